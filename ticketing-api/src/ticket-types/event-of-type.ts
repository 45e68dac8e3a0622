import type { NewTicketType } from '@event-sphere/contract/ticket-types'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { includedIn } from './included-in.ts'
import { listTypesOfOrganization } from './store.ts'

/** The event that a new type is for. A bundle may leave it out if what it includes is offered by one event alone. */
export async function eventOfType(ctx: Context, caller: Caller, wanted: NewTicketType): Promise<EventId> {
  if (wanted.eventId) return wanted.eventId
  const types = await listTypesOfOrganization(ctx.database.reader, ownOrganization(caller))
  const byEvent = Map.groupBy(types, (type) => type.eventId)
  const fitting = [...byEvent].filter(([, offered]) => includedIn(wanted, offered).ok)
  const [only] = fitting
  if (only && fitting.length === 1) return only[0]
  throw refuse('invalid_request', { errors: [{ pointer: '/eventId', fault: 'event_unclear' }] })
}
