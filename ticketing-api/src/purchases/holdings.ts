import type {
  CartId,
  OrganizationId,
  PurchaseId,
  TicketTypeId,
  UserId,
} from '@event-sphere/contract/values/ids'
import type { SaleType } from '../seats/stock.ts'
import type { OwnedTickets } from '../tickets/holdings.ts'
import { issuedBy, type WantedItem } from './buying-limits.ts'

/** A purchase that waits for its money. */
export interface WaitingPurchase {
  id: PurchaseId
  email: string
  userId: UserId | null
  sellerId: OrganizationId | null
  cartId: CartId | null
  items: readonly WantedItem[]
}

interface Known {
  types: ReadonlyMap<TicketTypeId, SaleType>
  owned: readonly OwnedTickets[]
  waiting: readonly WaitingPurchase[]
}

/**
 * What each mailbox owns and has waiting, growing while a group is served: the second wish of one buyer knows of the
 * first. A person is a mailbox here, whatever accounts it has.
 */
export function makeHoldings({ types, owned, waiting }: Known) {
  const ownedBy = new Map<string, number>()
  const waitingBy = new Map<string, WaitingPurchase[]>()
  const addOwned = ({ email, ticketTypeId, quantity }: OwnedTickets) => {
    const key = `${ticketTypeId} ${email}`
    ownedBy.set(key, (ownedBy.get(key) ?? 0) + quantity)
  }
  const addWaiting = (purchase: WaitingPurchase) => {
    waitingBy.set(purchase.email, [...(waitingBy.get(purchase.email) ?? []), purchase])
  }
  owned.forEach(addOwned)
  waiting.forEach(addWaiting)
  const waitingOf = (email: string) => waitingBy.get(email) ?? []
  return {
    addOwned,
    addWaiting,
    waitingOf,
    ownedOf: (email: string, type: TicketTypeId) => ownedBy.get(`${type} ${email}`) ?? 0,
    /** How many of a type wait for money, in bundles too. */
    waitingFor: (email: string, type: TicketTypeId) =>
      issuedBy(
        waitingOf(email).flatMap(({ items }) => items),
        types,
      ).get(type) ?? 0,
  }
}
export type Holdings = ReturnType<typeof makeHoldings>
