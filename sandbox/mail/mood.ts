/**
 * How the mail server behaves. greylist: the first try of each sender and recipient is deferred (451), the next is
 * accepted. reject: every recipient is refused (550). down: connections are refused. hang: connections are accepted and
 * never answered.
 */
export const moods = ['ok', 'greylist', 'reject', 'down', 'hang'] as const

export type Mood = (typeof moods)[number]

export class MailRefusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/** Remembers who was deferred once, like greylisting servers. */
export class Greylist {
  readonly #seen = new Set<string>()

  isNew(from: string, to: string): boolean {
    const pair = `${from} ${to}`.toLowerCase()
    if (this.#seen.has(pair)) return false
    if (this.#seen.size >= 10_000) this.#seen.clear()
    this.#seen.add(pair)
    return true
  }

  clear(): void {
    this.#seen.clear()
  }
}
