import type { Message } from './message.ts'

const keptMessages = 5_000
const defaultKeptBytes = 512 * 1024 * 1024

/** The newest messages, up to a number and a weight; older ones make room. */
export class Mailbox {
  readonly #messages = new Map<string, Message>()
  readonly #keptBytes: number
  #bytes = 0
  #count = 0

  constructor({ keptBytes = defaultKeptBytes }: { readonly keptBytes?: number } = {}) {
    this.#keptBytes = keptBytes
  }

  newId(): string {
    this.#count += 1
    return `m${this.#count}`
  }

  add(message: Message): void {
    this.#messages.set(message.id, message)
    this.#bytes += message.raw.length
    for (const oldest of this.#messages.values()) {
      const fits = this.#messages.size <= keptMessages && this.#bytes <= this.#keptBytes
      if (fits || oldest === message) return
      this.#messages.delete(oldest.id)
      this.#bytes -= oldest.raw.length
    }
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id)
  }

  /** Newest first. */
  list(isWanted: (message: Message) => boolean = () => true): Message[] {
    return [...this.#messages.values()].filter(isWanted).reverse()
  }

  clear(): void {
    this.#messages.clear()
    this.#bytes = 0
  }
}

/** A `+` in an unescaped query arrives as a space, and no address has a space. */
const cleaned = (address: string): string => address.trim().replaceAll(' ', '+').toLowerCase()

export function sentTo(address: string): (message: Message) => boolean {
  const wanted = cleaned(address)
  return (message) => message.to.some((to) => to.toLowerCase() === wanted)
}

export function sentToSomethingLike(part: string): (message: Message) => boolean {
  const wanted = cleaned(part)
  return (message) => message.to.some((to) => to.toLowerCase().includes(wanted))
}
