import type { Purchase } from '@event-sphere/contract/purchases'
import type { Reader } from '@event-sphere/kit/database/database'
import { listTicketsOf } from '../tickets/list-tickets-of.ts'
import { listItems, type PurchaseRow } from './store.ts'
import { viewPurchase } from './view.ts'

/** Purchases with their items and tickets, in their order. */
export async function describePurchases(
  reader: Reader,
  rows: readonly PurchaseRow[],
  isMinimal: boolean,
): Promise<Purchase[]> {
  const ids = rows.map((row) => row.id)
  const [items, tickets] = await Promise.all([listItems(reader, ids), listTicketsOf(reader, ids, isMinimal)])
  return rows.map((row) =>
    viewPurchase({
      row,
      items: items.filter((item) => item.purchaseId === row.id),
      tickets: tickets.filter((ticket) => ticket.purchaseId === row.id),
    }),
  )
}
