import { newAccessToken } from './ids.ts'

export const tokenSeconds = 3599

/** Access tokens. They expire by real time, not sandbox time, so that `expires_in` is true. */
export class TokenBook {
  readonly #issued = new Map<string, number>()

  issue(now: Date, revokeOld: boolean): string {
    if (revokeOld) this.#issued.clear()
    const oldest = this.#issued.keys().next()
    if (!oldest.done && this.#issued.size >= 1000) this.#issued.delete(oldest.value)
    const token = newAccessToken()
    this.#issued.set(token, now.getTime())
    return token
  }

  isLive(token: string, now: Date): boolean {
    const issuedAt = this.#issued.get(token)
    return issuedAt !== undefined && now.getTime() - issuedAt < tokenSeconds * 1000
  }

  clear(): void {
    this.#issued.clear()
  }
}
