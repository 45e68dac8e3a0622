import type { PublicTicketType, TicketType } from '@event-sphere/contract/ticket-types'
import { saleStateOf } from './rules.ts'
import type { TicketTypeRow } from './store.ts'

export function viewPublicTicketType(row: TicketTypeRow): PublicTicketType {
  const {
    id,
    eventId,
    code,
    name,
    description,
    benefits,
    requires,
    includes,
    admitsOn,
    remaining,
    metadata,
  } = row
  const { maxPerPurchase, maxPerPerson, priceCents: price, saleStartsAt, saleEndsAt } = row
  return {
    ...{ id, eventId, code, name, description, benefits, requires, includes, admitsOn, remaining, metadata },
    ...{ maxPerPurchase, maxPerPerson, price, currency: 'KES' },
    saleState: saleStateOf({ ...row, quantity: row.quantity ?? row.size }),
    saleStartDate: saleStartsAt,
    saleEndDate: saleEndsAt,
  }
}

export function viewTicketType(row: TicketTypeRow): TicketType {
  const { isActive, quantity, taken } = row
  return { ...viewPublicTicketType(row), isActive, quantity, taken }
}
