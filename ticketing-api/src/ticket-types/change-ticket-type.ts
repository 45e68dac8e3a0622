import type { TicketType, TicketTypeChange } from '@event-sphere/contract/ticket-types'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { getEvent } from '../events/get-event.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { refuse } from '../refuse.ts'
import { faultsOfTerms } from './rules.ts'
import { findType, resizeQuota, type TicketTypeRow, updateType } from './store.ts'
import { viewTicketType } from './view.ts'

export async function changeTicketType(
  ctx: Context,
  caller: Caller,
  id: TicketTypeId,
  change: TicketTypeChange,
): Promise<TicketType> {
  const organizationId = ownOrganization(caller)
  const before = await findType(ctx.database.reader, id, organizationId)
  if (!before) throw refuse('not_found')
  const { days } = await getEvent(ctx, caller, before.eventId)
  const errors = faultsOfTerms(termsAfter(before, change), days)
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  const row = await ctx.database.transaction(async (tx) => {
    // The quota first, as the till does it: two orders would be a deadlock.
    const { quantity } = change
    if (
      quantity !== undefined &&
      !(before.ownQuotaId && (await resizeQuota(tx, before.ownQuotaId, quantity)))
    )
      throw refuse('sold_out')
    await updateType(tx, id, change)
    return findType(tx, id, organizationId)
  })
  if (!row) throw refuse('not_found')
  return viewTicketType(row)
}

/** Days that it has already are not judged again: the event may have moved since. */
function termsAfter(before: TicketTypeRow, change: TicketTypeChange) {
  return {
    priceCents: change.price ?? before.priceCents,
    saleStartsAt: change.saleStartDate ?? before.saleStartsAt,
    saleEndsAt: change.saleEndDate ?? before.saleEndsAt,
    admitsOn: change.admitsOn ?? null,
  }
}
