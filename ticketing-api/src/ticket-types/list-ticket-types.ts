import type { TicketType } from '@event-sphere/contract/ticket-types'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { getEvent } from '../events/get-event.ts'
import { listTypesOf } from './store.ts'
import { viewTicketType } from './view.ts'

export async function listTicketTypes(
  ctx: Context,
  caller: Caller,
  eventId: EventId,
): Promise<{ items: TicketType[]; next: null }> {
  await getEvent(ctx, caller, eventId)
  const rows = await listTypesOf(ctx.database.reader, eventId)
  return { items: rows.map(viewTicketType), next: null }
}
