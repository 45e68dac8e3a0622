import { checkout } from '@event-sphere/contract/cart'
import { cancelPurchase, placePurchase } from '@event-sphere/contract/purchases'
import fc from 'fast-check'
import { act } from './act.ts'
import type { TypeName } from './fair.ts'
import { type Known, learnPurchase, type Order, pick } from './known.ts'
import { times } from './times.ts'
import type { World } from './world.ts'

const baskets: Partial<Record<TypeName, number>>[] = [
  { general: 1 },
  { gala: 1 },
  { general: 1, gala: 1 },
  { general: 1, gala: 1 },
  { general: 2, gala: 2 },
  { vip: 1 },
  { vip: 1, general: 1 },
]
export const who = fc.nat({ max: 3 })
export const often = fc.integer({ min: 1, max: 3 })
export const keys = fc.constantFrom<'one key' | 'a key each'>('one key', 'a key each')

/** Sends an order to one of the two processes, and remembers what its key has named. */
export async function sends(known: Known, world: World, order: Order, side: number) {
  const answer = await world.ask(order.call === 'checkout' ? checkout : placePurchase, {
    side,
    as: world.tokenOf(order.who),
    body: order.body,
    idempotencyKey: order.key,
    prefer: 'return=minimal',
  })
  learnPurchase(known, order, answer)
  return answer
}

/** The same wish several times at once, under one key or under many. */
export async function sendsOften(
  known: Known,
  world: World,
  wish: Omit<Order, 'key'> & { often: number; keys: 'one key' | 'a key each' },
): Promise<void> {
  const { often: count, keys: under, ...order } = wish
  const one = world.newKey()
  const key = () => (under === 'one key' ? one : world.newKey())
  await Promise.all(times(count).map((n) => sends(known, world, { ...order, key: key() }, n + order.who)))
}

const buys = act(
  'buys',
  { who, basket: fc.constantFrom(...baskets), often, keys, isPrompted: fc.constantFrom(true, true, false) },
  async (known, world, { basket, isPrompted, ...wish }) => {
    const items = Object.entries(basket).map(([name, quantity]) => ({
      ticketTypeId: world.types[name as TypeName],
      quantity,
    }))
    const phone = isPrompted && { phoneNumber: world.phoneOf(wish.who, 0) }
    const body = { eventId: world.eventId, items, ...phone }
    await sendsOften(known, world, { ...wish, call: 'purchase', body })
  },
)

const sendsAgain = act('sends an old key again', { at: fc.nat(), often }, async (known, world, chosen) => {
  const order = pick(known.orders.values(), chosen.at)
  if (!order) return
  const answers = await Promise.all(times(chosen.often).map((n) => sends(known, world, order, n)))
  const refused = answers.find(({ status }) => status !== 201)
  if (refused) throw new Error(`what a key has named is not given again: ${refused.text}`)
})

const givesUp = act('gives up', { at: fc.nat(), often }, async (known, world, chosen) => {
  const purchase = pick(known.purchases, chosen.at)
  if (!purchase) return
  const { id, who: owner } = purchase
  const cancel = (side: number) =>
    world.ask(cancelPurchase, { side, as: world.tokenOf(owner), params: { id }, prefer: 'return=minimal' })
  await Promise.all(times(chosen.often).map(cancel))
})

export const orders = [buys, buys, sendsAgain, givesUp]
