import type { UserId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import { refuse } from '../refuse.ts'

/** A cart belongs to an account. */
export function customerId(caller: Caller): UserId {
  if (caller.kind !== 'user') throw refuse('forbidden')
  return caller.userId
}
