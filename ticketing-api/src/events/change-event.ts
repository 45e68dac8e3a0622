import type { Event, EventChange } from '@event-sphere/contract/events'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { lockQuotas, resizeCap } from '../seats/quotas.ts'
import { announceChanged } from './announce-changed.ts'
import { announceResized } from './announce-resized.ts'
import { joinParent } from './join-parent.ts'
import { type EventTimes, faultOfParent, faultOfTimes } from './rules.ts'
import { type EventRow, findEvent, findSpanOfParts, hasIssued, lockEvent, updateEvent } from './store.ts'
import { viewEvent } from './view.ts'

export async function changeEvent(
  ctx: Context,
  caller: Caller,
  id: EventId,
  change: EventChange,
): Promise<Event> {
  const organizationId = ownOrganization(caller)
  const row = await ctx.database
    .transaction(async (tx) => {
      const before = await lockEvent(tx, id, organizationId)
      if (!before) throw refuse('not_found')
      if (before.status === 'cancelled' && change.status !== undefined) throw refuse('event_cancelled')
      await judgeTimes(tx, before, change)
      if (change.code !== undefined && change.code !== before.code && (await hasTickets(tx, id)))
        throw refuse('already_sold', {
          errors: [{ pointer: '/code', fault: 'printed_already' }],
        })
      await updateEvent(tx, id, change)
      const { maxAttendees } = change
      if (maxAttendees !== undefined && !(await resizeCap(tx, id, maxAttendees))) throw refuse('sold_out')
      await announceChanged(ctx, tx, { id, organizationId, changed: 'event' })
      if (maxAttendees !== undefined) await announceResized(ctx, tx, { id, organizationId })
      return findEvent(tx, id, organizationId)
    })
    .catch(refuseIfTaken)
  if (!row) throw refuse('not_found')
  return viewEvent(row)
}

async function judgeTimes(tx: Tx, before: EventRow, change: EventChange): Promise<void> {
  const { startDateTime: startsAt = before.startsAt, endDateTime: endsAt = before.endsAt } = change
  const times: EventTimes = { startsAt, endsAt }
  const parts = await findSpanOfParts(tx, before.id)
  const fault = faultOfTimes(times) ?? (parts && faultOfParent(times, parts))
  if (fault) throw refuse('invalid_request', { errors: [fault] })
  const { id, organizationId } = before
  const parentEventId = change.parentEventId === undefined ? before.parentEventId : change.parentEventId
  if (parentEventId) await joinParent(tx, { ...times, id, organizationId, parentEventId })
}

/** No ticket is issued from here until the transaction ends: a sale waits for its stock. */
async function hasTickets(tx: Tx, id: EventId): Promise<boolean> {
  await lockQuotas(tx, id)
  return hasIssued(tx, id)
}

function refuseIfTaken(fault: unknown): never {
  const constraint = violatedConstraint(fault)
  if (constraint === 'events_organization_slug_key') throw refuse('slug_taken')
  throw constraint === 'events_code_key' ? refuse('code_taken') : fault
}
