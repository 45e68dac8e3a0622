import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { exceededLimit } from '../purchases/buying-limits.ts'
import { readHoldings } from '../purchases/read-holdings.ts'
import type { Seats, Stock } from '../seats/stock.ts'
import { limitRefusal } from './limit-refusal.ts'
import { mostWaitingSeats, seatsIn } from './rules.ts'

/** Before seats are kept for somebody who has not bought yet: the same limits that the purchase will meet. */
export async function refuseOverLimit(
  tx: Tx,
  stock: Stock,
  { email = '', items }: { email: string | undefined; items: readonly Seats[] },
): Promise<void> {
  const { event, types } = stock
  if (!event) throw refuse('ticket_type_unknown')
  const holdings = (await readHoldings(tx, event.id, email ? [email] : []))(stock)
  const limit = exceededLimit(items, {
    types,
    ownedOf: (id) => holdings.ownedOf(email, id),
    waitingFor: (id) => holdings.waitingFor(email, id),
  })
  if (limit) throw limitRefusal(limit)
  const waiting = holdings.waitingOf(email).flatMap((one) => one.items)
  if (seatsIn(waiting) + seatsIn(items) > mostWaitingSeats) throw refuse('too_many_unpaid')
}
