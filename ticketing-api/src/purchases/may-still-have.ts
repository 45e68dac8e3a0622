import type { Tx } from '@event-sphere/kit/database/database'
import type { Stock } from '../seats/stock.ts'
import { exceededLimit, missingRequirements, type WantedItem } from './buying-limits.ts'
import { readHoldings } from './read-holdings.ts'
import type { PurchaseRow } from './store.ts'

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
  const { types } = stock
  const holdings = (await readHoldings(tx, eventId, [buyerEmail], id))(stock)
  const facts = {
    types,
    ownedOf: (type: WantedItem['ticketTypeId']) => holdings.ownedOf(buyerEmail, type),
    waitingFor: (type: WantedItem['ticketTypeId']) => holdings.waitingFor(buyerEmail, type),
  }
  return !exceededLimit(items, facts) && missingRequirements(items, facts).length === 0
}
