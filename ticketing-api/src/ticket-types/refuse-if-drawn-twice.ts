import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { isAnyDrawnTwice } from './store.ts'

/** A seat of a bundle is one seat of each quota, and becomes one ticket there. @throws invalid_request */
export async function refuseIfDrawnTwice(tx: Tx, ids: readonly TicketTypeId[]): Promise<void> {
  if (!(await isAnyDrawnTwice(tx, ids))) return
  throw refuse('invalid_request', { errors: [{ pointer: '/includes', fault: 'drawn_twice' }] })
}
