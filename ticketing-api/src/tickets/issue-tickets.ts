import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import type { Stock } from '../seats/stock.ts'
import { announceCreated } from './announce-created.ts'
import { insertTickets, saveSerials } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** Saves tickets of one event and how far its numbers have come. Their seats are their owners' already. */
export async function issueTickets(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  stock: Stock,
  made: readonly TicketFacts[],
): Promise<void> {
  if (made.length === 0) return
  await Promise.all([
    insertTickets(tx, stock, made),
    saveSerials(tx, made),
    stock.event && announceCreated(ctx, tx, stock.event, made),
  ])
}
