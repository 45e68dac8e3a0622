import type { Event, EventChange } from '@event-sphere/contract/events'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { refuse } from '../refuse.ts'
import { faultOfTimes } from './rules.ts'
import { findEvent, lockEvent, resizeCap, updateEvent } from './store.ts'
import { viewEvent } from './view.ts'

export async function changeEvent(
  ctx: Context,
  caller: Caller,
  id: EventId,
  change: EventChange,
): Promise<Event> {
  const organizationId = ownOrganization(caller)
  const row = await ctx.database.transaction(async (tx) => {
    const before = await lockEvent(tx, id, organizationId)
    if (!before) throw refuse('not_found')
    if (before.status === 'cancelled' && change.status !== undefined) throw refuse('event_cancelled')
    const { startDateTime: startsAt = before.startsAt, endDateTime: endsAt = before.endsAt } = change
    const fault = faultOfTimes({ startsAt, endsAt })
    if (fault) throw refuse('invalid_request', { errors: [fault] })
    await updateEvent(tx, id, change)
    const { maxAttendees } = change
    if (maxAttendees !== undefined && !(await resizeCap(tx, id, maxAttendees))) throw refuse('sold_out')
    return findEvent(tx, id, organizationId)
  })
  if (!row) throw refuse('not_found')
  return viewEvent(row)
}
