import type { TicketType, TicketTypeChange } from '@event-sphere/contract/ticket-types'
import type { QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { announceChanged } from '../events/announce-changed.ts'
import { announceResized } from '../events/announce-resized.ts'
import { getEvent } from '../events/get-event.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { insertQuota, lockQuotas, redrawSeats, resizeQuota } from '../seats/quotas.ts'
import { judgeChange } from './judge-change.ts'
import { refuseIfDrawnTwice } from './refuse-if-drawn-twice.ts'
import { faultsOfTerms } from './rules.ts'
import * as store from './store.ts'
import type { Terms } from './terms.ts'
import { viewTicketType } from './view.ts'

export async function changeTicketType(
  ctx: Context,
  caller: Caller,
  id: TicketTypeId,
  change: TicketTypeChange,
): Promise<TicketType> {
  const organizationId = ownOrganization(caller)
  const known = await store.findType(ctx.database.reader, id, organizationId)
  if (!known) throw refuse('not_found')
  const { days } = await getEvent(ctx, caller, known.eventId)
  const row = await ctx.database
    .transaction(async (tx) => {
      // The stock first, as a sale does it: two orders would be a deadlock, and what is sold is known.
      await lockQuotas(tx, known.eventId)
      const types = await store.listTypesOf(tx, known.eventId)
      const before = types.find((type) => type.id === id) ?? known
      const others = types.filter((type) => type.id !== id)
      const terms = getTerms(before, change, { others, days })
      await refuseIfSold(tx, before, change, terms)
      await store.updateType(tx, id, change, terms)
      await resize(tx, before, change)
      await redrawSeats(tx, terms.redraws)
      await refuseIfDrawnTwice(tx, terms.redraws)
      const event = { id: known.eventId, organizationId }
      await announceChanged(ctx, tx, { ...event, changed: 'ticket_types' })
      if (change.quantity !== undefined) await announceResized(ctx, tx, event)
      return store.findType(tx, id, organizationId)
    })
    .catch((fault: unknown) => {
      throw violatedConstraint(fault) === 'ticket_types_event_id_code_key' ? refuse('code_taken') : fault
    })
  if (!row) throw refuse('not_found')
  return viewTicketType(row)
}

function getTerms(
  before: store.TicketTypeRow,
  change: TicketTypeChange,
  { others, days }: { others: readonly store.TicketTypeRow[]; days: readonly string[] },
): Terms {
  const judged = judgeChange(before, change, others)
  if (!judged.ok)
    throw refuse(judged.isUnknown ? 'ticket_type_unknown' : 'invalid_request', { errors: [judged.fault] })
  const { saleStartDate, saleEndDate } = change
  const window = {
    saleStartsAt: saleStartDate === undefined ? before.saleStartsAt : saleStartDate,
    saleEndsAt: saleEndDate === undefined ? before.saleEndsAt : saleEndDate,
  }
  // Days that it has already are not judged again: the event may have moved since.
  const admitsOn = judged.terms.admitsOn ?? null
  const errors = faultsOfTerms({ priceCents: change.price ?? before.priceCents, ...window, admitsOn }, days)
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  return judged.terms
}

/** What is printed on a ticket, and what it was taken from, stay as they were when it was sold. */
async function refuseIfSold(
  tx: Tx,
  before: store.TicketTypeRow,
  change: TicketTypeChange,
  { redraws }: Terms,
): Promise<void> {
  const { code } = change
  const isRenamed = code !== undefined && code !== before.code
  const ids = isRenamed ? [before.id, ...redraws] : redraws
  if (ids.length === 0 || !(await store.isAnySold(tx, ids))) return
  const named = isRenamed
    ? ['/code']
    : ['/requires', '/includes', '/quantity'].filter((name) => name.slice(1) in change)
  throw refuse('already_sold', {
    errors: named.map((pointer) => ({ pointer, fault: 'sold_already' as const })),
  })
}

async function resize(tx: Tx, before: store.TicketTypeRow, { quantity }: TicketTypeChange): Promise<void> {
  if (quantity === undefined) return
  const { id, eventId, code, ownQuotaId } = before
  if (ownQuotaId === null) {
    // A bundle that had no seats of its own.
    const quotaId = newUuid() as QuotaId
    await insertQuota(tx, { id: quotaId, eventId, name: code, size: quantity })
    await store.setOwnQuota(tx, id, quotaId)
  } else if (!(await resizeQuota(tx, ownQuotaId, quantity))) throw refuse('sold_out')
}
