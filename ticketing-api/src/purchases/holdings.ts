import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Holding } from './store.ts'

/** Who holds how many of what, growing while a group is served: the second order of one buyer knows of the first. */
export function makeHoldings(known: readonly Holding[]) {
  const counts = new Map<string, number>()
  const add = (email: string, type: TicketTypeId, quantity: number) =>
    counts.set(`${type} ${email}`, (counts.get(`${type} ${email}`) ?? 0) + quantity)
  for (const holding of known) add(holding.email, holding.ticketTypeId, holding.quantity)
  return { add, of: (email: string, type: TicketTypeId) => counts.get(`${type} ${email}`) ?? 0 }
}
export type Holdings = ReturnType<typeof makeHoldings>
