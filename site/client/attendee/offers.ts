import type { WireTicketType } from '../../backend/event-cache/event-cache.ts'

/** One choice: its ticket types, with the wanted one last and those it requires before. */
export interface Choice {
  ticketTypes: WireTicketType[]
  /** The most that can be ordered at once. */
  most: number
}

/** How many valid tickets the person has, by ticket type. */
export type Counts = Record<string, number>

export interface WantedItem {
  ticketTypeId: string
  quantity: number
}

/** More than this is no longer a personal purchase. */
const mostAtOnce = 10

export const isOnSale = (type: WireTicketType): boolean =>
  type.saleState === 'on_sale' || type.saleState === 'few_left'

/** Types that require no other ticket come first. */
export function inOrder(types: WireTicketType[]): WireTicketType[] {
  return [...types].sort((a, b) => a.requires.length - b.requires.length || a.price - b.price)
}

/** The ticket type that registers a visitor: it requires no other. One on sale is preferred, then one that will be. */
export function admissionOf(types: WireTicketType[]): WireTicketType | undefined {
  const admissions = inOrder(types).filter((type) => type.requires.length === 0)
  const inState = (state: WireTicketType['saleState']) => admissions.find((type) => type.saleState === state)
  return admissions.find(isOnSale) ?? inState('not_started') ?? inState('sold_out') ?? admissions[0]
}

/** What the holder of these tickets can buy now: each type alone or with those that it requires. */
export function choicesFor(types: WireTicketType[], held: Counts): Choice[] {
  return inOrder(types)
    .filter((type) => isOnSale(type) && !isHeld(type, held))
    .flatMap((type) => {
      const missing = type.requires.filter((id) => !held[id])
      const companions = types.filter((other) => missing.includes(other.id))
      const canHave = companions.length === missing.length && companions.every(isOnSale)
      const most = mostOf(type, types, held)
      return canHave && most > 0 ? [{ ticketTypes: [...companions, type], most }] : []
    })
}

/** A bundle counts as held if any of its included types is. */
const isHeld = (type: WireTicketType, held: Counts): boolean =>
  [type.id, ...type.includes].some((id) => (held[id] ?? 0) > 0)

/**
 * A free ticket is for one person. A priced one is limited by its own limits and by those of the types that it
 * requires.
 */
function mostOf(type: WireTicketType, types: WireTicketType[], held: Counts): number {
  if (type.price === 0) return Math.min(1, allowanceOf(type, held))
  const needed = types.filter((other) => type.requires.includes(other.id))
  const places = needed.map(
    (other) => (held[other.id] ?? 0) + (isOnSale(other) ? allowanceOf(other, held) : 0),
  )
  return Math.min(mostAtOnce, allowanceOf(type, held), ...places)
}

function allowanceOf(type: WireTicketType, held: Counts): number {
  return Math.min(type.maxPerPurchase, type.remaining, type.maxPerPerson - (held[type.id] ?? 0))
}

/**
 * What to order for this many of a type, in two parts: first the free types that require nothing, which must not depend
 * on a payment; then the rest.
 */
export function itemsFor(
  choice: Choice,
  quantity: number,
  held: Counts,
): { free: WantedItem[]; rest: WantedItem[] } {
  const about = choice.ticketTypes.at(-1)
  const items = choice.ticketTypes.map((type) => ({
    type,
    quantity: type === about ? quantity : Math.max(1, quantity - (held[type.id] ?? 0)),
  }))
  const comesFirst = ({ type }: { type: WireTicketType }) => type.price === 0 && type.requires.length === 0
  const wanted = ({ type, quantity }: (typeof items)[number]) => ({ ticketTypeId: type.id, quantity })
  return {
    free: items.filter(comesFirst).map(wanted),
    rest: items.filter((item) => !comesFirst(item)).map(wanted),
  }
}
