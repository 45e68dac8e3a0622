export interface C2bUrls {
  /** v1 and v2 send the same fields; they mask the payer's number differently. */
  readonly version: 'v1' | 'v2'
  readonly responseType: 'Completed' | 'Cancelled'
  readonly confirmationUrl: string
  readonly validationUrl: string
}

/** The C2B URLs of each shortcode, and how much it has received. */
export class C2bRegister {
  readonly #urls = new Map<string, C2bUrls>()
  readonly #received = new Map<string, number>()

  register(shortcode: string, urls: C2bUrls): void {
    this.#urls.set(shortcode, urls)
  }

  find(shortcode: string): C2bUrls | undefined {
    return this.#urls.get(shortcode)
  }

  /** Adds money and returns the new balance. */
  receive(shortcode: string, amount: number): number {
    const balance = (this.#received.get(shortcode) ?? 0) + amount
    this.#received.set(shortcode, balance)
    return balance
  }

  clear(): void {
    this.#urls.clear()
    this.#received.clear()
  }
}
