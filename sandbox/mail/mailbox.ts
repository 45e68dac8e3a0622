import type { MailFolder } from './mail-folder.ts'
import type { Message } from './message.ts'

const keptMessages = 5_000
const defaultKeptBytes = 512 * 1024 * 1024

/** The newest messages, limited by number and total size; older ones are dropped. */
export class Mailbox {
  readonly #messages = new Map<string, Message>()
  readonly #keptBytes: number
  readonly #folder: MailFolder | undefined
  #bytes = 0
  #count = 0

  constructor({ keptBytes = defaultKeptBytes, folder }: { keptBytes?: number; folder?: MailFolder } = {}) {
    this.#keptBytes = keptBytes
    this.#folder = folder
  }

  /** Loads the messages saved earlier; new ones continue their numbering. */
  async reopen(): Promise<void> {
    for (const message of (await this.#folder?.load()) ?? []) {
      this.#count = Number(message.id.slice(1))
      this.#put(message)
    }
  }

  newId(): string {
    this.#count += 1
    return `m${this.#count}`
  }

  add(message: Message): void {
    this.#folder?.save(message)
    this.#put(message)
  }

  #put(message: Message): void {
    this.#messages.set(message.id, message)
    this.#bytes += message.raw.length
    for (const oldest of this.#messages.values()) {
      const fits = this.#messages.size <= keptMessages && this.#bytes <= this.#keptBytes
      if (fits || oldest === message) return
      this.#messages.delete(oldest.id)
      this.#folder?.remove(oldest.id)
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
    for (const id of this.#messages.keys()) this.#folder?.remove(id)
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
