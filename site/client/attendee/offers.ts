import type { WireTicketType } from '../../backend/event-cache/event-cache.ts'

/** One thing to choose: the ticket types it consists of, the one that it is about last. */
export interface Choice {
  ticketTypes: WireTicketType[]
}

export const isOnSale = (type: WireTicketType): boolean =>
  type.saleState === 'on_sale' || type.saleState === 'few_left'

/** Those that need no other ticket come first, then those that do. */
export function inOrder(types: WireTicketType[]): WireTicketType[] {
  return [...types].sort((a, b) => a.requires.length - b.requires.length || a.price - b.price)
}

/** The ticket that registers: it needs no other. */
export const admissionOf = (types: WireTicketType[]): WireTicketType | undefined =>
  inOrder(types).find((type) => type.requires.length === 0)

/** What can be bought now by somebody who holds these already: each alone, or with the tickets that it requires. */
export function choicesFor(types: WireTicketType[], heldIds: string[]): Choice[] {
  return inOrder(types)
    .filter((type) => isOnSale(type) && !heldIds.includes(type.id))
    .flatMap((type) => {
      const missing = type.requires.filter((id) => !heldIds.includes(id))
      const companions = types.filter((other) => missing.includes(other.id))
      const canHave = companions.length === missing.length && companions.every(isOnSale)
      return canHave ? [{ ticketTypes: [...companions, type] }] : []
    })
}
