import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { getEvent } from '../events/get-event.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { listEntrancesOf, listOpenEntrances } from './store.ts'
import { viewEntrance } from './view.ts'

/** People still stand at the doors of an event that has just ended, some of them past midnight. */
const openAfterEndMilliseconds = 12 * 3600_000

/** One event's, or those of all the organization's events that are not over. */
export async function listEntrances(ctx: Context, caller: Caller, eventId: EventId | undefined) {
  const now = ctx.clock.now()
  const rows = eventId
    ? await listOf(ctx, caller, eventId)
    : await listOpenEntrances(
        ctx.database.reader,
        ownOrganization(caller),
        new Date(now.getTime() - openAfterEndMilliseconds),
      )
  return { items: rows.map(viewEntrance), next: null, now }
}

async function listOf(ctx: Context, caller: Caller, eventId: EventId) {
  await getEvent(ctx, caller, eventId)
  return listEntrancesOf(ctx.database.reader, eventId)
}
