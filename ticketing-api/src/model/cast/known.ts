import type { WireReply } from '@event-sphere/contract/endpoint'
import type { placePurchase } from '@event-sphere/contract/purchases'
import type { Answered } from '../../cast/call-api.ts'
import type { Prompted } from './prompted.ts'

/** A call that makes a purchase, so that it can be sent again. */
export interface Order {
  who: number
  call: 'purchase' | 'checkout'
  key: string
  body: object
}

/** What answers and gateways have said so far: pure memory, and all that the model knows. */
export interface Known {
  purchases: { id: string; account: string; who: number; total: number }[]
  /** What was done under each key. */
  orders: Map<string, Order & { purchaseId: string }>
  /** By Safaricom's id. */
  prompts: Map<string, Prompted>
  /** Sizes that each ticket type may have by now: the organiser was told so. */
  sizes: Map<string, number[]>
  /** Who was let in where and on which day. */
  admissions: { ticketId: string; typeName: string; entrance: string; day: string }[]
  /** How many of the crowd were told that they have a ticket. */
  crowd: number
  /** The organiser has been told that the event is cancelled. */
  isCancelled: boolean
  /** How each purchase and each payment stood when it was last looked at. */
  stood: Map<string, string>
}

export const knowNothing = (): Known => ({
  purchases: [],
  orders: new Map(),
  prompts: new Map(),
  sizes: new Map(),
  admissions: [],
  crowd: 0,
  isCancelled: false,
  stood: new Map(),
})

/** A purchase was acknowledged. @throws if its key has named another */
export function learnPurchase(
  known: Known,
  order: Order,
  { status, body }: Answered<WireReply<typeof placePurchase>>,
): void {
  if (status !== 201) return
  const before = known.orders.get(order.key)
  if (before && before.purchaseId !== body.id)
    throw new Error(`one key named two purchases, ${before.purchaseId} and ${body.id}`)
  known.orders.set(order.key, { ...order, purchaseId: body.id })
  if (known.purchases.some(({ id }) => id === body.id)) return
  known.purchases.push({ id: body.id, account: body.account, who: order.who, total: body.totalAmount })
}

/** One of them, the same for the same number; undefined if there is none. */
export const pick = <T>(from: Iterable<T>, n: number): T | undefined => {
  const all = [...from]
  return all[n % Math.max(1, all.length)]
}
