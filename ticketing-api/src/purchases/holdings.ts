import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Holding } from './store.ts'

/** Who holds how many of what, growing while a group is served: the second order of one buyer knows of the first. */
export function makeHoldings(known: readonly Holding[]) {
  const held = new Map<string, number>()
  const owned = new Map<string, number>()
  const add = ({ email, ticketTypeId, quantity, ownedQuantity }: Holding) => {
    const key = `${ticketTypeId} ${email}`
    held.set(key, (held.get(key) ?? 0) + quantity)
    owned.set(key, (owned.get(key) ?? 0) + ownedQuantity)
  }
  known.forEach(add)
  return {
    add,
    heldOf: (email: string, type: TicketTypeId) => held.get(`${type} ${email}`) ?? 0,
    ownedOf: (email: string, type: TicketTypeId) => owned.get(`${type} ${email}`) ?? 0,
  }
}
export type Holdings = ReturnType<typeof makeHoldings>
