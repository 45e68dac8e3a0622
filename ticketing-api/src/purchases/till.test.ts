import type { EventId } from '@event-sphere/contract/values/ids'
import { expect, test } from 'vitest'
import { KeptReply } from '../http/route.ts'
import { refuse } from '../refuse.ts'
import type { PurchaseOrder } from './order.ts'
import { openTills } from './till.ts'

const summit = 'summit' as EventId
const orderOf = (key: string, eventId = summit): PurchaseOrder => ({
  eventId,
  buyer: {
    userId: null,
    email: `${key}@example.com`,
    firstName: null,
    lastName: null,
    phone: null,
    locale: 'en',
  },
  sellerId: null,
  items: [],
  statedTotal: undefined,
  cartId: null,
  isMinimal: true,
  once: { hash: Buffer.from(key), fingerprint: Buffer.alloc(0) },
})
const keysOf = (orders: readonly PurchaseOrder[]) => orders.map((order) => order.once.hash.toString())
const replyTo = (order: PurchaseOrder) => new KeptReply(order.once.hash.toString(), false)

/** A till whose groups are opened by hand. */
function slowTill() {
  const groups: { keys: string[]; open(): void }[] = []
  const tills = openTills(
    (_event, orders) =>
      new Promise((resolve) => {
        groups.push({ keys: keysOf(orders), open: () => resolve(orders.map(replyTo)) })
      }),
  )
  return { tills, groups }
}
const untilQuiet = () => new Promise((resolve) => setTimeout(resolve, 5))

test('whoever waits while a group is served is the next group', async () => {
  const { tills, groups } = slowTill()
  const first = tills.serve(orderOf('a'))
  await untilQuiet()
  const others = ['b', 'c', 'd'].map((key) => tills.serve(orderOf(key)))
  groups[0]?.open()
  await first
  await untilQuiet()
  groups[1]?.open()
  expect((await Promise.all(others)).map((reply) => reply.body)).toEqual(['b', 'c', 'd'])
  expect(groups.map((group) => group.keys)).toEqual([['a'], ['b', 'c', 'd']])
})

test('a group is at most a hundred', async () => {
  const sizes: number[] = []
  const tills = openTills(async (_event, orders) => {
    sizes.push(orders.length)
    return orders.map(replyTo)
  })
  await Promise.all(Array.from({ length: 250 }, (_, n) => tills.serve(orderOf(`k${n}`))))
  expect(sizes).toEqual([100, 100, 50])
})

test('the same key twice stands in two groups, so that the second finds the answer of the first', async () => {
  const groups: string[][] = []
  const tills = openTills(async (_event, orders) => {
    groups.push(keysOf(orders))
    return orders.map(replyTo)
  })
  await Promise.all([tills.serve(orderOf('a')), tills.serve(orderOf('a')), tills.serve(orderOf('b'))])
  expect(groups).toEqual([['a', 'b'], ['a']])
})

test('a refusal is thrown to its buyer alone', async () => {
  const tills = openTills(async (_event, orders) =>
    orders.map((order) => (order.once.hash.toString() === 'bad' ? refuse('sold_out') : replyTo(order))),
  )
  const [good, bad] = await Promise.allSettled([tills.serve(orderOf('good')), tills.serve(orderOf('bad'))])
  expect(good.status).toBe('fulfilled')
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'sold_out' } })
})

test('an order that breaks its group is served alone, and the others get their answers', async () => {
  const tills = openTills(async (_event, orders) => {
    if (orders.some((order) => order.once.hash.toString() === 'poison')) throw new Error('broken')
    return orders.map(replyTo)
  })
  const answers = await Promise.allSettled(['a', 'poison', 'b'].map((key) => tills.serve(orderOf(key))))
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('two events do not wait for each other', async () => {
  const { tills, groups } = slowTill()
  void tills.serve(orderOf('a'))
  const other = tills.serve(orderOf('b', 'other' as EventId))
  await untilQuiet()
  groups.find((group) => group.keys.includes('b'))?.open()
  expect((await other).body).toBe('b')
})
