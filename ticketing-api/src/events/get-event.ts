import type { Event } from '@event-sphere/contract/events'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { findEvent } from './store.ts'
import { viewEvent } from './view.ts'

export async function getEvent(ctx: Context, caller: Caller, id: EventId): Promise<Event> {
  const row = await findEvent(ctx.database.reader, id, ownOrganization(caller))
  if (!row) throw refuse('not_found')
  return viewEvent(row)
}
