import { generateKeyPairSync } from 'node:crypto'
import type { Event, NewEvent } from '@event-sphere/contract/events'
import type { EventId, QuotaId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import { lookAcross } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { insertCap } from '../seats/quotas.ts'
import { announceChanged } from './announce-changed.ts'
import { joinParent } from './join-parent.ts'
import { codesFor, faultOfTimes } from './rules.ts'
import { findEvent, insertEvent, insertTicketKey, isSlugTaken, listFreeCodes } from './store.ts'
import { viewEvent } from './view.ts'

export async function createEvent(ctx: Context, caller: Caller, wanted: NewEvent): Promise<Event> {
  const { organizationId } = wanted
  if (ownOrganization(caller) !== organizationId) throw refuse('not_found')
  const { slug, timezone, startDateTime: startsAt, endDateTime: endsAt } = wanted
  const fault = faultOfTimes({ startsAt, endsAt })
  if (fault) throw refuse('invalid_request', { errors: [fault] })
  const codes = wanted.code ? [wanted.code] : codesFor({ slug, startsAt, timezone })
  const id = newUuid() as EventId
  const row = await ctx.database.transaction(async (tx) => {
    const { parentEventId } = wanted
    if (parentEventId) await joinParent(tx, { id: null, organizationId, parentEventId, startsAt, endsAt })
    // A code heads printed ticket codes: it is one of the whole installation.
    const [code] = await lookAcross(tx, () => listFreeCodes(tx, codes))
    if (!code || !(await insertEvent(tx, id, wanted, code)))
      throw refuse((await isSlugTaken(tx, organizationId, slug)) ? 'slug_taken' : 'code_taken')
    await insertTicketKey(tx, { eventId: id, ...newTicketKey() })
    await insertCap(tx, { id: newUuid() as QuotaId, eventId: id, size: wanted.maxAttendees })
    await announceChanged(ctx, tx, { id, organizationId, changed: 'event' })
    return findEvent(tx, id, organizationId)
  })
  if (!row) throw new Error('the event was not inserted')
  return viewEvent(row)
}

/** Signs this event's tickets and no other's. */
function newTicketKey() {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
}
