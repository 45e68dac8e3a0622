import type { NewTicketType, TicketType } from '@event-sphere/contract/ticket-types'
import type { QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { getEvent } from '../events/get-event.ts'
import { refuse } from '../refuse.ts'
import { codeFor, faultsOfTerms, requirementsOf } from './rules.ts'
import { insertDraws, insertQuota, insertType, listTypesOf, lockCap } from './store.ts'
import { viewTicketType } from './view.ts'

export async function createTicketType(
  ctx: Context,
  caller: Caller,
  wanted: NewTicketType,
): Promise<TicketType> {
  const { days } = await getEvent(ctx, caller, wanted.eventId)
  const admitsOn = daysWanted(wanted)
  const { price: priceCents, saleStartDate: saleStartsAt = null, saleEndDate: saleEndsAt = null } = wanted
  const errors = faultsOfTerms({ priceCents, saleStartsAt, saleEndsAt, admitsOn }, days)
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  const row = await ctx.database.transaction(async (tx) => {
    const id = await addType(tx, wanted, admitsOn)
    const types = await listTypesOf(tx, wanted.eventId)
    return types.find((type) => type.id === id)
  })
  if (!row) throw new Error('the ticket type was not inserted')
  return viewTicketType(row)
}

/** With a quota of its own; what needs no other type draws from the event's cap as well. */
async function addType(
  tx: Tx,
  wanted: NewTicketType,
  admitsOn: readonly string[] | null,
): Promise<TicketTypeId> {
  const { eventId, quantity } = wanted
  const capId = await lockCap(tx, eventId)
  const offered = await listTypesOf(tx, eventId)
  const requires = requirementsOf(wanted, offered)
  if (!requires) throw refuse('ticket_type_unknown')
  const code = wanted.code ?? codeFor(wanted.name, new Set(offered.map((type) => type.code)))
  const id = newUuid() as TicketTypeId
  const ownQuotaId = newUuid() as QuotaId
  await insertQuota(tx, { id: ownQuotaId, eventId, name: code, size: quantity })
  if (!(await insertType(tx, { id, code, requires, admitsOn, ownQuotaId }, wanted)))
    throw refuse('code_taken')
  await insertDraws(tx, id, requires.length === 0 && capId ? [ownQuotaId, capId] : [ownQuotaId])
  return id
}

function daysWanted({ admitsOn, metadata }: NewTicketType): string[] | null {
  const wanted = admitsOn ?? (metadata?.galaDate ? [metadata.galaDate] : null)
  return wanted && [...new Set(wanted)].sort()
}
