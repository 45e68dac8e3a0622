import type { EventId, OrganizationId, QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'

/** A ticket type as the sale needs it. */
export interface SaleType {
  id: TicketTypeId
  number: number
  code: string
  name: string
  priceCents: Cents
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  isActive: boolean
  maxPerPurchase: number
  maxPerPerson: number
  requires: readonly TicketTypeId[]
  /** Of a bundle: the types of which it issues one ticket each, in place of its own. */
  includes: readonly TicketTypeId[]
  /** Days in the event's zone on which it opens the door. */
  admitsOn: readonly string[]
  quotaIds: readonly QuotaId[]
  lastSerial: number
}

export interface SaleEvent {
  id: EventId
  organizationId: OrganizationId
  status: 'draft' | 'published' | 'cancelled'
  /** Whether its organization is suspended: it sells nothing. */
  isPaused: boolean
  /** What webhooks of its organization listen to: types of happenings, `*` for all. */
  heard: readonly string[]
  code: string
  title: string
  slug: string
  timezone: string
  startsAt: Date
  endsAt: Date
  locationName: string | null
}

export interface Seats {
  ticketTypeId: TicketTypeId
  quantity: number
}

/** Seats kept until an instant, under the id of the cart or the purchase that they are kept for. */
export interface Hold {
  id: string
  expiresAt: Date
  seats: readonly Seats[]
}

export interface Quota {
  id: QuotaId
  size: number
  left: number
}

/** What a stock asks to have written. */
export interface StockChange {
  left: ReadonlyMap<QuotaId, number>
  /** Holds that were taken: each of them must still be there. */
  taken: readonly string[]
  placed: readonly Hold[]
}

interface StockParts {
  now: Date
  event: SaleEvent | undefined
  types: ReadonlyMap<TicketTypeId, SaleType>
  quotas: readonly Quota[]
  holds: readonly Hold[]
}

/**
 * The whole stock of an event, held by the transaction that locked it. Seats and holds are taken out of it: what one order
 * has taken, the next order of the same group does not find.
 */
export class Stock {
  readonly now: Date
  readonly event: SaleEvent | undefined
  readonly types: ReadonlyMap<TicketTypeId, SaleType>
  readonly #quotas: Map<QuotaId, Quota>
  readonly #leftBefore: ReadonlyMap<QuotaId, number>
  readonly #holds: Map<string, Hold>
  readonly #taken = new Set<string>()
  readonly #placed = new Map<string, Hold>()
  #hasMoved: boolean = false

  constructor({ now, event, types, quotas, holds }: StockParts) {
    this.now = now
    this.event = event
    this.types = types
    this.#quotas = new Map(quotas.map((quota) => [quota.id, { ...quota }]))
    this.#leftBefore = new Map(quotas.map(({ id, left }) => [id, left]))
    this.#holds = new Map(holds.map((hold) => [hold.id, hold]))
  }

  /** Whether every quota that these seats draw from has them. */
  hasSeats(seats: readonly Seats[]): boolean {
    return [...this.#byQuota(seats)].every(
      ([quota, wanted]) => (this.#quotas.get(quota)?.left ?? 0) >= wanted,
    )
  }

  /** Takes seats out of what is left. */
  takeSeats(seats: readonly Seats[]): void {
    this.#move(seats, -1)
  }

  /** Puts seats back. */
  returnSeats(seats: readonly Seats[]): void {
    this.#move(seats, 1)
  }

  /** The live hold with this id, without taking it: only `takeHold` does. Undefined if it has ended. */
  findLiveHold(id: string): Hold | undefined {
    const hold = this.#holds.get(id)
    return hold && hold.expiresAt > this.now ? hold : undefined
  }

  /** Takes the hold with this id, once: the caller is responsible for its seats. Undefined if it is gone or already taken. */
  takeHold(id: string): Hold | undefined {
    const hold = this.#holds.get(id)
    if (hold) this.#taken.add(id)
    this.#holds.delete(id)
    return hold
  }

  /** Puts the seats of the hold with this id back, if it is there. */
  returnHold(id: string): void {
    const hold = this.takeHold(id)
    if (hold) this.returnSeats(hold.seats)
  }

  /** Keeps seats that were taken. */
  placeHold(hold: Hold): void {
    this.#placed.set(hold.id, hold)
  }

  /** Holds that have been released in the database: their seats are back on sale and cannot be taken again. */
  forgetHolds(ids: readonly string[]): void {
    for (const id of ids) this.#holds.delete(id)
  }

  /** More is left than the quota's size: something was counted wrongly. */
  hasTooMuch(): boolean {
    return [...this.#quotas.values()].some(({ left, size }) => left > size)
  }

  /** Counted anew, as far as there are seats. */
  recount(counted: ReadonlyMap<QuotaId, number>): void {
    for (const quota of this.#quotas.values())
      quota.left = Math.max(0, quota.size - (counted.get(quota.id) ?? 0))
  }

  get change(): StockChange {
    return {
      left: new Map([...this.#quotas.values()].map(({ id, left }) => [id, left])),
      taken: [...this.#taken],
      placed: [...this.#placed.values()],
    }
  }

  /** True once, as soon as less or more is left than there was: one word of it tells of the whole transaction. */
  isNews(): boolean {
    const before = this.#hasMoved
    this.#hasMoved ||= [...this.#quotas.values()].some(({ id, left }) => left !== this.#leftBefore.get(id))
    return this.#hasMoved && !before
  }

  /** What was asked for is written. */
  settle(): void {
    this.#taken.clear()
    this.#placed.clear()
  }

  #move(seats: readonly Seats[], sign: 1 | -1): void {
    for (const [id, count] of this.#byQuota(seats)) {
      const quota = this.#quotas.get(id)
      if (quota) quota.left += sign * count
    }
  }

  #byQuota(seats: readonly Seats[]): Map<QuotaId, number> {
    const wanted = new Map<QuotaId, number>()
    for (const { ticketTypeId, quantity } of seats) {
      for (const quota of this.types.get(ticketTypeId)?.quotaIds ?? [])
        wanted.set(quota, (wanted.get(quota) ?? 0) + quantity)
    }
    return wanted
  }
}
