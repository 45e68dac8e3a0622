import type { Tx } from '@event-sphere/kit/database/database'
import type { Stock } from '../seats/stock.ts'
import { listOwned } from '../tickets/holdings.ts'
import { exceededLimit, missingRequirements, type WantedItem } from './buying-limits.ts'
import { makeHoldings } from './holdings.ts'
import { listWaiting, type PurchaseRow } from './store.ts'

/**
 * Whether a purchase whose hold has ended may still become tickets. While it was held it counted towards its buyer's
 * limits; since then they may have bought others in its place.
 */
export async function mayStillHave(
  tx: Tx,
  stock: Stock,
  { id, eventId, buyerEmail }: PurchaseRow,
  items: readonly WantedItem[],
): Promise<boolean> {
  const { types, now } = stock
  const [owned, waiting] = await Promise.all([
    listOwned(tx, eventId, [buyerEmail]),
    listWaiting(tx, eventId, [buyerEmail]),
  ])
  const others = waiting.filter((one) => one.id !== id && one.expiresAt > now)
  const holdings = makeHoldings({ types, owned, waiting: others })
  const facts = {
    types,
    ownedOf: (type: WantedItem['ticketTypeId']) => holdings.ownedOf(buyerEmail, type),
    waitingFor: (type: WantedItem['ticketTypeId']) => holdings.waitingFor(buyerEmail, type),
  }
  return !exceededLimit(items, facts) && missingRequirements(items, facts).length === 0
}
