/** Faults of a payment: what goes wrong after a push was accepted. */
export const paymentFaults = [
  'drop_callback',
  'duplicate_callback',
  'delay_callback',
  'callback_before_answer',
  'wrong_amount',
  'failure_then_success',
  'strings_for_numbers',
  'lost_answer',
  'slow_answer',
] as const

/** Wire faults: sent in place of Daraja's answer, before anything is done. */
export const wireFaults = [
  'incapsula',
  'hang',
  'apigee_spike_arrest',
  'spike_arrest',
  'system_busy',
  'error_in_200',
  'empty_500',
  'html_in_200',
  'half_a_body',
  'token_refused',
  'quota',
  'maintenance',
] as const

export type PaymentFault = (typeof paymentFaults)[number]
export type WireFault = (typeof wireFaults)[number]
export type DarajaCall = 'push' | 'query' | 'oauth'

export interface Fault {
  readonly id: number
  readonly fault: PaymentFault | WireFault
  /** How many more payments (or calls, for a wire fault) it affects. */
  times: number
  /** Only for this payer; by default for the next one. */
  readonly phoneNumber?: string | undefined
  /** For wire faults: the call that fails; a push by default. */
  readonly call?: DarajaCall | undefined
  /** duplicate_callback: how many arrive at once. */
  readonly deliveries?: number | undefined
  /** delay_callback, failure_then_success: sandbox seconds. slow_answer: seconds of the wall clock. */
  readonly delaySeconds?: number | undefined
  /** wrong_amount: the amount in the callback. */
  readonly amount?: number | undefined
}

const isWireFault = (fault: Fault): boolean => wireFaults.some((name) => name === fault.fault)

export class FaultList {
  #faults: Fault[] = []
  #count = 0

  add(fault: Omit<Fault, 'id'>): Fault {
    this.#count += 1
    const added = { ...fault, id: this.#count }
    this.#faults.push(added)
    return added
  }

  list(): readonly Fault[] {
    return this.#faults
  }

  clear(): void {
    this.#faults = []
  }

  /** Takes the first wire fault for this call, which uses it up. */
  takeForCall(call: DarajaCall, phoneNumber: string): WireFault | undefined {
    const struck = this.#faults.find(
      (fault) => isWireFault(fault) && (fault.call ?? 'push') === call && strikes(fault, phoneNumber),
    )
    if (!struck) return undefined
    this.#spend([struck])
    return wireFaults.find((name) => name === struck.fault)
  }

  /** Takes all faults for this payment, one of each kind. */
  takeForPayment(phoneNumber: string): Fault[] {
    const struck = paymentFaults.flatMap((kind) => {
      const fault = this.#faults.find((one) => one.fault === kind && strikes(one, phoneNumber))
      return fault ? [fault] : []
    })
    this.#spend(struck)
    return struck
  }

  #spend(struck: Fault[]): void {
    for (const fault of struck) fault.times -= 1
    this.#faults = this.#faults.filter((fault) => fault.times > 0)
  }
}

const strikes = (fault: Fault, phoneNumber: string): boolean =>
  fault.phoneNumber === undefined || fault.phoneNumber === phoneNumber
