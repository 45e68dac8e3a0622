import { isSettled, type Payment } from './payment.ts'

const remembered = 20_000
const sameAmountWindow = 120_000

/** The pushes of this run, in memory: the newest twenty thousand and all open ones. */
export class PaymentBook {
  readonly #payments = new Map<string, Payment>()
  readonly #held = new Map<string, Payment>()
  readonly #lastPaid = new Map<string, number>()
  readonly #lastEnded = new Map<string, number>()
  readonly #lockedUntil = new Map<string, number>()
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

  /** M-PESA allows one session per SIM at a time: while a prompt is open, others are refused. */
  isLocked(phoneNumber: string, now: number): boolean {
    return this.#held.has(phoneNumber) || now < (this.#lockedUntil.get(phoneNumber) ?? 0)
  }

  /** Keeps a SIM locked for a while, whatever happens to its prompt. */
  lockUntil(phoneNumber: string, until: number): void {
    this.#lockedUntil.set(phoneNumber, until)
  }

  add(payment: Payment): void {
    this.#payments.set(payment.checkoutRequestId, payment)
    this.#held.set(payment.push.phoneNumber, payment)
    this.#forgetOldest()
  }

  unlock(payment: Payment): void {
    if (this.#held.get(payment.push.phoneNumber) === payment) this.#held.delete(payment.push.phoneNumber)
  }

  noteEnded(payment: Payment, now: number): void {
    note(this.#lastEnded, payment, now)
    if (payment.status === 'paid') note(this.#lastPaid, payment, now)
  }

  /** Whether this SIM was recently prompted for the same amount; with `isPaidAlone`, only paid prompts count. */
  hadSameLately({ phoneNumber, amount }: Payment['push'], now: number, isPaidAlone: boolean): boolean {
    const at = (isPaidAlone ? this.#lastPaid : this.#lastEnded).get(`${phoneNumber}:${amount}`)
    return at !== undefined && now - at < sameAmountWindow
  }

  clear(): void {
    this.#payments.clear()
    this.#held.clear()
    this.#lastPaid.clear()
    this.#lastEnded.clear()
    this.#lockedUntil.clear()
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

/** Adds the newest entry last and removes expired ones. */
function note(last: Map<string, number>, { push }: Payment, now: number): void {
  const key = `${push.phoneNumber}:${push.amount}`
  last.delete(key)
  last.set(key, now)
  for (const [oldest, at] of last) {
    if (now - at < sameAmountWindow) break
    last.delete(oldest)
  }
}
