/**
 * How the mail server feels. greylist: the first try of each sender and recipient is put off (451), the next is
 * taken. reject: every recipient is refused (550). down: nobody listens. hang: it takes the call and says nothing.
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

/** Remembers who was put off once, as greylisting servers do. */
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
