import type { Tx } from '@event-sphere/kit/database/database'
import { refuse } from '../call/refuse.ts'
import { exceededLimit } from '../purchases/buying-limits.ts'
import { makeHoldings } from '../purchases/holdings.ts'
import { listWaiting } from '../purchases/list-waiting.ts'
import type { Seats, Stock } from '../seats/stock.ts'
import { listOwned } from '../tickets/holdings.ts'
import { limitRefusal } from './limit-refusal.ts'
import { mostWaitingSeats, seatsIn } from './rules.ts'

/** Before seats are kept for somebody who has not bought yet: the same limits that the purchase will meet. */
export async function refuseOverLimit(
  tx: Tx,
  stock: Stock,
  { email = '', items }: { email: string | undefined; items: readonly Seats[] },
): Promise<void> {
  const { event, types, now } = stock
  if (!event) throw refuse('ticket_type_unknown')
  const emails = email ? [email] : []
  const [owned, waiting] = await Promise.all([
    listOwned(tx, event.id, emails),
    listWaiting(tx, event.id, emails),
  ])
  const open = waiting.filter((one) => one.expiresAt > now)
  const holdings = makeHoldings({ types, owned, waiting: open })
  const limit = exceededLimit(items, {
    types,
    ownedOf: (id) => holdings.ownedOf(email, id),
    waitingFor: (id) => holdings.waitingFor(email, id),
  })
  if (limit) throw limitRefusal(limit)
  if (seatsIn(open.flatMap((one) => one.items)) + seatsIn(items) > mostWaitingSeats)
    throw refuse('too_many_unpaid')
}
