import { isSettled, type Payment } from './payment.ts'

const remembered = 20_000
const sameAmountWindow = 120_000

/** Every push of this run, in memory: the newest twenty thousand, and whatever is still open. */
export class PaymentBook {
  readonly #payments = new Map<string, Payment>()
  readonly #held = new Map<string, Payment>()
  readonly #lastPaid = new Map<string, number>()
  #count = 0

  nextSequence(): number {
    this.#count += 1
    return this.#count
  }

  find(checkoutRequestId: string): Payment | undefined {
    return this.#payments.get(checkoutRequestId)
  }

  /** Newest first. */
  list(): Payment[] {
    return [...this.#payments.values()].reverse()
  }

  /** M-PESA serves one session to a SIM at a time: while a prompt is open, no other is taken. */
  isLocked(phoneNumber: string): boolean {
    return this.#held.has(phoneNumber)
  }

  add(payment: Payment): void {
    this.#payments.set(payment.checkoutRequestId, payment)
    this.#held.set(payment.push.phoneNumber, payment)
    this.#forgetOldest()
  }

  unlock(payment: Payment): void {
    if (this.#held.get(payment.push.phoneNumber) === payment) this.#held.delete(payment.push.phoneNumber)
  }

  notePaid(payment: Payment, now: number): void {
    const key = `${payment.push.phoneNumber}:${payment.push.amount}`
    this.#lastPaid.delete(key)
    this.#lastPaid.set(key, now)
    for (const [oldest, at] of this.#lastPaid) {
      if (now - at < sameAmountWindow) break
      this.#lastPaid.delete(oldest)
    }
  }

  paidSameLately(phoneNumber: string, amount: number, now: number): boolean {
    const at = this.#lastPaid.get(`${phoneNumber}:${amount}`)
    return at !== undefined && now - at < sameAmountWindow
  }

  clear(): void {
    this.#payments.clear()
    this.#held.clear()
    this.#lastPaid.clear()
    this.#count = 0
  }

  #forgetOldest(): void {
    if (this.#payments.size <= remembered) return
    for (const [id, payment] of this.#payments) {
      if (!isSettled(payment)) continue
      this.#payments.delete(id)
      return
    }
  }
}
