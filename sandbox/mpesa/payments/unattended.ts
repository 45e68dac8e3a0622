import type { Fault } from '../faults.ts'
import type { Outcome } from './outcomes.ts'

export interface Habit {
  readonly outcome: Outcome
  /** Faults of this number, in addition to those set by the control API. */
  readonly faults?: readonly Omit<Fault, 'id'>[]
  readonly note?: string
}

/** What a number does if nobody answers, by its last three digits. All other numbers wait. */
export const habits: Readonly<Record<string, Habit>> = {
  '001': { outcome: 'approve' },
  '002': { outcome: 'wrong_pin' },
  '003': { outcome: 'cancel' },
  '004': { outcome: 'ignore' },
  '005': { outcome: 'offline' },
  '006': { outcome: 'insufficient' },
  '007': { outcome: 'daily_limit' },
  '008': { outcome: 'expire' },
  '009': { outcome: 'system_busy' },
  '010': { outcome: 'pin_locked' },
  '011': { outcome: 'merchant_limit' },
  '012': { outcome: 'bad_debt' },
  '013': { outcome: 'push_error' },
  '014': {
    outcome: 'ignore',
    faults: [{ fault: 'failure_then_success', times: 1 }],
    note: 'fails, then turns out paid 30 s later',
  },
  '015': {
    outcome: 'approve',
    faults: [{ fault: 'drop_callback', times: 1 }],
    note: 'no callback ever comes',
  },
  '016': {
    outcome: 'approve',
    faults: [{ fault: 'duplicate_callback', times: 1, deliveries: 2 }],
    note: 'the callback comes twice at once',
  },
}

// Airtel 010x, 073x, 0750–0756, 078x and Telkom 077x: well formed, but Safaricom's prompt cannot reach them.
const otherNetworks = /^254(10|73|75[0-6]|77|78)/

export function habitOf(phoneNumber: string): Habit | undefined {
  if (otherNetworks.test(phoneNumber)) return { outcome: 'offline' }
  return habits[phoneNumber.slice(-3)]
}
