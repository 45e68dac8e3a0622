import type { Purchase } from '@event-sphere/contract/purchases'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { noMoney } from '../ledger/balances.ts'
import { holdEnd } from '../seats/hold-end.ts'
import { listTicketsOf } from '../tickets/list-tickets-of.ts'
import { holderNameOf } from './holder-name-of.ts'
import { getRow, listItems, type PurchaseRow } from './store.ts'
import { viewPurchase } from './view.ts'

/** The answer that was given when it was placed, whatever became of the purchase since. */
export async function describeAsPlaced(
  reader: Reader,
  id: PurchaseId,
  isMinimal: boolean,
): Promise<Purchase> {
  const row = asPlaced(await getRow(reader, id))
  const items = await listItems(reader, [id])
  const tickets = row.status === 'completed' ? await listTicketsOf(reader, [id], isMinimal) : []
  const holderName = holderNameOf(row)
  return viewPurchase({
    row,
    items,
    tickets: tickets.map((ticket) => ({ ...ticket, status: 'valid', holderName })),
  })
}

function asPlaced(row: PurchaseRow): PurchaseRow {
  const isFree = row.totalCents === 0
  return {
    ...row,
    status: isFree ? 'completed' : 'pending_payment',
    ...noMoney,
    expiresAt: isFree ? null : holdEnd(row.createdAt),
    completedAt: isFree ? row.createdAt : null,
  }
}
