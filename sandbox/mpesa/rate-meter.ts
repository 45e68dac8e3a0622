/** Counts calls per second of real time. */
export class RateMeter {
  readonly #limit: number
  #second = 0
  #count = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  allows(): boolean {
    const second = Math.floor(Date.now() / 1000)
    if (second !== this.#second) this.#count = 0
    this.#second = second
    this.#count += 1
    return this.#count <= this.#limit
  }
}
