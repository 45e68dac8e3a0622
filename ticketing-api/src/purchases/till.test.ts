import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import { expect, test } from 'vitest'
import { refuse } from '../refuse.ts'
import type { PurchaseOrder } from './order.ts'
import type { Served } from './serve-group.ts'
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
  once: { hash: Buffer.from(key), fingerprint: Buffer.alloc(0) },
})
const keysOf = (orders: readonly PurchaseOrder[]) => orders.map((order) => order.once.hash.toString())
const keyOf = (order: PurchaseOrder) => order.once.hash.toString()
const answerTo = (order: PurchaseOrder): Served => ({ kind: 'open', purchaseId: keyOf(order) as PurchaseId })
const named = (served: Served) => (served.kind === 'placed' ? undefined : served.purchaseId)

/** A till whose groups are opened by hand. */
function slowTill() {
  const groups: { keys: string[]; open(): void }[] = []
  const tills = openTills(
    (_event, orders) =>
      new Promise((resolve) => {
        groups.push({ keys: keysOf(orders), open: () => resolve(orders.map(answerTo)) })
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
  expect((await Promise.all(others)).map(named)).toEqual(['b', 'c', 'd'])
  expect(groups.map((group) => group.keys)).toEqual([['a'], ['b', 'c', 'd']])
})

test('whoever asks while the last group is being answered stands in the next one together', async () => {
  const { tills, groups } = slowTill()
  const first = tills.serve(orderOf('a'))
  await untilQuiet()
  const behind = tills.serve(orderOf('b'))
  groups[0]?.open()
  await first
  const others: Promise<Served>[] = []
  for (const key of ['c', 'd', 'e']) {
    await new Promise((resolve) => setImmediate(resolve))
    others.push(tills.serve(orderOf(key)))
  }
  await untilQuiet()
  groups[1]?.open()
  await Promise.all([behind, ...others])
  expect(groups.map((group) => group.keys)).toEqual([['a'], ['b', 'c', 'd', 'e']])
})

test('a group is at most a hundred', async () => {
  const sizes: number[] = []
  const tills = openTills(async (_event, orders) => {
    sizes.push(orders.length)
    return orders.map(answerTo)
  })
  await Promise.all(Array.from({ length: 250 }, (_, n) => tills.serve(orderOf(`k${n}`))))
  expect(sizes).toEqual([100, 100, 50])
})

test('the same key again while it waits is the same act: served once, answered to both', async () => {
  const groups: string[][] = []
  const tills = openTills(async (_event, orders) => {
    groups.push(keysOf(orders))
    return orders.map(answerTo)
  })
  const answers = await Promise.all(['a', 'a', 'b'].map((key) => tills.serve(orderOf(key))))
  expect(groups).toEqual([['a', 'b']])
  expect(answers.map(named)).toEqual(['a', 'a', 'b'])
})

test('the same key for something else is refused at once', async () => {
  const { tills, groups } = slowTill()
  void tills.serve(orderOf('a'))
  const other = { ...orderOf('a'), once: { hash: Buffer.from('a'), fingerprint: Buffer.from('other') } }
  await expect(tills.serve(other)).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  await untilQuiet()
  groups[0]?.open()
})

test('a thousand repeats of one key keep nobody waiting: the next group is a hundred others', async () => {
  const sizes: number[] = []
  const tills = openTills(async (_event, orders) => {
    sizes.push(orders.length)
    return orders.map(answerTo)
  })
  const repeats = Array.from({ length: 1000 }, () => tills.serve(orderOf('again')))
  const honest = Array.from({ length: 199 }, (_, n) => tills.serve(orderOf(`honest${n}`)))
  await Promise.all([...repeats, ...honest])
  expect(sizes).toEqual([100, 100])
})

test('a group that hangs is told so at its deadline with everyone behind it, and the next buyer is served', async () => {
  let served = 0
  const tills = openTills(
    async (_event, orders) => {
      served += 1
      return served === 1 ? new Promise(() => undefined) : orders.map(answerTo)
    },
    { deadlineMilliseconds: 20 },
  )
  const first = tills.serve(orderOf('a'))
  await new Promise((resolve) => setImmediate(resolve))
  const behind = tills.serve(orderOf('b'))
  const ends = await Promise.allSettled([first, behind])
  expect(ends.map((end) => end.status === 'rejected' && end.reason)).toMatchObject([
    { code: 'unavailable' },
    { code: 'unavailable' },
  ])
  expect(named(await tills.serve(orderOf('c')))).toBe('c')
})

test('if the database goes away while orders of a group are served alone, the others are told, and may ask again', async () => {
  const groups: string[][] = []
  const tills = openTills(async (_event, orders) => {
    groups.push(keysOf(orders))
    if (orders.length > 1) throw new Error('one of them')
    if (groups.length === 2) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
    return orders.map(answerTo)
  })
  const [first, second] = ['a', 'b'].map((key) => tills.serve(orderOf(key)))
  await expect(second).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(first).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(named(await tills.serve(orderOf('b')))).toBe('b')
  expect(groups).toEqual([['a', 'b'], ['a'], ['b']])
})

test('whoever waits is seen to wait', async () => {
  const { tills, groups } = slowTill()
  expect(tills.oldestWaitingMilliseconds()).toBe(0)
  const waiting = tills.serve(orderOf('a'))
  await untilQuiet()
  expect(tills.oldestWaitingMilliseconds()).toBeGreaterThan(0)
  groups[0]?.open()
  await waiting
  await untilQuiet()
  expect(tills.oldestWaitingMilliseconds()).toBe(0)
})

test('a refusal is thrown to its buyer alone', async () => {
  const tills = openTills(async (_event, orders) =>
    orders.map((order) => (order.once.hash.toString() === 'bad' ? refuse('sold_out') : answerTo(order))),
  )
  const [good, bad] = await Promise.allSettled([tills.serve(orderOf('good')), tills.serve(orderOf('bad'))])
  expect(good.status).toBe('fulfilled')
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'sold_out' } })
})

test('an order that breaks its group is served alone, and the others get their answers', async () => {
  const tills = openTills(async (_event, orders) => {
    if (orders.some((order) => order.once.hash.toString() === 'poison')) throw new Error('broken')
    return orders.map(answerTo)
  })
  const answers = await Promise.allSettled(['a', 'poison', 'b'].map((key) => tills.serve(orderOf(key))))
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('two events do not wait for each other', async () => {
  const { tills, groups } = slowTill()
  const first = tills.serve(orderOf('a'))
  const other = tills.serve(orderOf('b', 'other' as EventId))
  await untilQuiet()
  groups.find((group) => group.keys.includes('b'))?.open()
  expect(named(await other)).toBe('b')
  groups.find((group) => group.keys.includes('a'))?.open()
  await first
})
