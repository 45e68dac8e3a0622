import type { CallbackEntry, CallbackLog } from './callback-log.ts'
import { maskedUrl } from './callback-log.ts'
import { postJson } from './post-json.ts'

const patienceMs = 10_000

export interface Letter {
  readonly kind: CallbackEntry['kind']
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly sentAt: Date
  readonly checkoutRequestId?: string | undefined
  readonly resultCode?: string | undefined
  readonly patienceMs?: number | undefined
}

/** Delivers each callback once. Safaricom has not been seen to retry, whatever the merchant answered. */
export class Courier {
  readonly #log: CallbackLog
  readonly #underway = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()

  constructor(log: CallbackLog) {
    this.#log = log
  }

  /** Resolves to the merchant's answer, or to undefined if there was none. */
  async deliver(letter: Letter): Promise<string | undefined> {
    const entry = this.#note(letter)
    const patience = AbortSignal.timeout(letter.patienceMs ?? patienceMs)
    const signal = AbortSignal.any([this.#closing.signal, patience])
    try {
      const answer = await postJson({ ...letter, signal })
      entry.responseStatus = answer.status
      return answer.body
    } catch (fault) {
      entry.failure = patience.aborted
        ? 'no answer in time'
        : fault instanceof Error
          ? fault.message
          : String(fault)
      return undefined
    }
  }

  /** Records a callback that is dropped on purpose. */
  lose(letter: Letter): void {
    this.#note(letter).failure = 'dropped by a fault'
  }

  /** Tracks work that is not awaited, so that closing can wait for it. */
  track(work: Promise<unknown>): void {
    this.#underway.add(work)
    work.then(
      () => this.#underway.delete(work),
      () => this.#underway.delete(work),
    )
  }

  /** Waits briefly for open work, then abandons it. */
  async close(): Promise<void> {
    const enough = setTimeout(() => this.#closing.abort(), 1_000)
    await Promise.allSettled(this.#underway)
    clearTimeout(enough)
  }

  #note({ kind, url, sentAt, checkoutRequestId, resultCode }: Letter): CallbackEntry {
    const at = sentAt.toISOString()
    return this.#log.add({ kind, checkoutRequestId, resultCode, url: maskedUrl(url), sentAt: at })
  }
}
