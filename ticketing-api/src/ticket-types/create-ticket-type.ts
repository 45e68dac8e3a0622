import type { NewTicketType, TicketType } from '@event-sphere/contract/ticket-types'
import type { EventId, QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { announceChanged } from '../events/announce-changed.ts'
import { getEvent } from '../events/get-event.ts'
import { drawSeats, insertQuota, lockCap } from '../seats/quotas.ts'
import { eventOfType } from './event-of-type.ts'
import { includedIn } from './included-in.ts'
import { refuseIfDrawnTwice } from './refuse-if-drawn-twice.ts'
import { codeFor, daysWanted, faultsOfTerms, requirementsOf } from './rules.ts'
import { insertType, listTypesOf, type TicketTypeRow } from './store.ts'
import { viewTicketType } from './view.ts'

export async function createTicketType(
  ctx: Context,
  caller: Caller,
  wanted: NewTicketType,
): Promise<TicketType> {
  const eventId = await eventOfType(ctx, caller, wanted)
  const { days, organizationId } = await getEvent(ctx, caller, eventId)
  const admitsOn = daysWanted(wanted)
  const { price: priceCents, saleStartDate: saleStartsAt = null, saleEndDate: saleEndsAt = null } = wanted
  const errors = faultsOfTerms({ priceCents, saleStartsAt, saleEndsAt, admitsOn }, days)
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  const row = await ctx.database.transaction(async (tx) => {
    const id = await addType(tx, { ...wanted, eventId }, admitsOn)
    await announceChanged(ctx, tx, { id: eventId, organizationId, changed: 'ticket_types' })
    const types = await listTypesOf(tx, eventId)
    return types.find((type) => type.id === id)
  })
  if (!row) throw new Error('the ticket type was not inserted')
  return viewTicketType(row)
}

async function addType(
  tx: Tx,
  wanted: NewTicketType & { eventId: EventId },
  admitsOn: readonly string[] | null,
): Promise<TicketTypeId> {
  await lockCap(tx, wanted.eventId)
  const offered = await listTypesOf(tx, wanted.eventId)
  const requires = requirementsOf(wanted, offered)
  if (!requires) throw refuse('ticket_type_unknown')
  const includes = getIncluded(wanted, offered)
  const code = wanted.code ?? codeFor(wanted.name, new Set(offered.map((type) => type.code)))
  const id = newUuid() as TicketTypeId
  const ownQuotaId = await addQuota(tx, { ...wanted, code })
  if (!(await insertType(tx, { id, code, requires, includes, admitsOn, ownQuotaId }, wanted)))
    throw refuse('code_taken')
  await drawSeats(tx, id)
  await refuseIfDrawnTwice(tx, [id])
  return id
}

function getIncluded(wanted: NewTicketType, offered: readonly TicketTypeRow[]): TicketTypeId[] {
  const included = includedIn(wanted, offered)
  if (included.ok) return included.ids
  throw refuse(included.isUnknown ? 'ticket_type_unknown' : 'invalid_request', { errors: [included.fault] })
}

/** Seats of its own; a bundle may have none. */
async function addQuota(
  tx: Tx,
  { eventId, code, quantity }: { eventId: EventId; code: string; quantity?: number | undefined },
): Promise<QuotaId | null> {
  if (quantity === undefined) return null
  const id = newUuid() as QuotaId
  await insertQuota(tx, { id, eventId, name: code, size: quantity })
  return id
}
