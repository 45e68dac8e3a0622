const remembered = 5_000

export interface CallbackEntry {
  readonly id: number
  readonly kind: 'stk' | 'c2b_confirmation' | 'c2b_validation'
  readonly checkoutRequestId: string | undefined
  readonly resultCode: string | undefined
  /** Secret parts of the path are masked. */
  readonly url: string
  readonly sentAt: string
  /** The merchant's answer; undefined until there is one. */
  responseStatus: number | undefined
  /** Why it was not delivered: an injected fault or a network error. */
  failure: string | undefined
}

/** The address of a callback without its secrets: the last part of the path, long parts, and the query. */
export function maskedUrl(text: string): string {
  const url = new URL(text)
  const parts = url.pathname.split('/')
  const shown = parts.map((part, at) =>
    part.length >= 16 || (part && at === parts.length - 1) ? '***' : part,
  )
  return url.origin + shown.join('/')
}

/** The newest five thousand callbacks to the merchant. */
export class CallbackLog {
  #entries: CallbackEntry[] = []
  #count = 0

  add(entry: Omit<CallbackEntry, 'id' | 'responseStatus' | 'failure'>): CallbackEntry {
    this.#count += 1
    const added = { ...entry, id: this.#count, responseStatus: undefined, failure: undefined }
    this.#entries.push(added)
    if (this.#entries.length > remembered * 1.2) this.#entries = this.#entries.slice(-remembered)
    return added
  }

  /** Newest first. */
  list(): CallbackEntry[] {
    return this.#entries.slice(-remembered).reverse()
  }

  clear(): void {
    this.#entries = []
  }
}
