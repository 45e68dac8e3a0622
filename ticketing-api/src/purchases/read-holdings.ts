import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Stock } from '../seats/stock.ts'
import { listOwned } from '../tickets/holdings.ts'
import { type Holdings, makeHoldings } from './holdings.ts'
import { listWaiting } from './store.ts'

/**
 * What these mailboxes own and have waiting at the event, `except` one purchase. The statements can travel with the stock's
 * lock; what has expired is told from its instant.
 */
export async function readHoldings(
  tx: Tx,
  eventId: EventId,
  emails: readonly string[],
  except?: PurchaseId,
): Promise<(stock: Pick<Stock, 'types' | 'now'>) => Holdings> {
  const [owned, waiting] = await Promise.all([
    listOwned(tx, eventId, emails),
    listWaiting(tx, eventId, emails),
  ])
  return ({ types, now }) => {
    const open = waiting.filter((one) => one.id !== except && one.expiresAt > now)
    return makeHoldings({ types, owned, waiting: open })
  }
}
