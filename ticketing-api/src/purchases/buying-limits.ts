import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { SaleType } from '../seats/stock.ts'

export interface WantedItem {
  ticketTypeId: TicketTypeId
  quantity: number
}

/** What a limit is judged by. */
export interface LimitFacts {
  types: ReadonlyMap<TicketTypeId, SaleType>
  /** How many valid tickets of a type the buyer has. */
  ownedOf: (id: TicketTypeId) => number
  /** How many wait for their money. They count towards limits, and let nobody in: they fulfil no requirement. */
  waitingFor: (id: TicketTypeId) => number
}

/** Which limit, and how much of it is used up: what a person needs to understand the refusal. */
export interface Limit {
  ticketTypeId: TicketTypeId
  most: number
  owned: number
  waiting: number
}

/** How many of each type these items come to: a bundle counts as itself and as each type that it includes. */
export function issuedBy(
  items: readonly WantedItem[],
  types: LimitFacts['types'],
): Map<TicketTypeId, number> {
  const counts = new Map<TicketTypeId, number>()
  for (const { ticketTypeId, quantity } of items) {
    for (const id of [ticketTypeId, ...(types.get(ticketTypeId)?.includes ?? [])])
      counts.set(id, (counts.get(id) ?? 0) + quantity)
  }
  return counts
}

/** The first limit that these items would go over: of one purchase, or of one person with what they have already. */
export function exceededLimit(items: readonly WantedItem[], facts: LimitFacts): Limit | undefined {
  for (const { ticketTypeId, quantity } of items) {
    const most = facts.types.get(ticketTypeId)?.maxPerPurchase ?? quantity
    if (quantity > most) return { ticketTypeId, most, owned: 0, waiting: 0 }
  }
  for (const [ticketTypeId, quantity] of issuedBy(items, facts.types)) {
    const most = facts.types.get(ticketTypeId)?.maxPerPerson ?? quantity
    const [owned, waiting] = [facts.ownedOf(ticketTypeId), facts.waitingFor(ticketTypeId)]
    if (owned + waiting + quantity > most) return { ticketTypeId, most, owned, waiting }
  }
  return undefined
}

/** A holder of tickets that require another type holds as many of that type, so that its cap counts people. */
export function missingRequirements(items: readonly WantedItem[], facts: LimitFacts): TicketTypeId[] {
  const bought = issuedBy(items, facts.types)
  const missing = [...bought].flatMap(([id, quantity]) => {
    const needed = facts.ownedOf(id) + facts.waitingFor(id) + quantity
    const required = facts.types.get(id)?.requires ?? []
    return required.filter((other) => facts.ownedOf(other) + (bought.get(other) ?? 0) < needed)
  })
  return [...new Set(missing)]
}
