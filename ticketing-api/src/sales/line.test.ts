import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import { expect, test } from 'vitest'
import { refuse } from '../call/refuse.ts'
import type { Served } from './draft-purchase.ts'
import { makeSaleLines } from './line.ts'
import type { PurchaseWish } from './wish.ts'

const summit = 'summit' as EventId
const wishOf = (key: string, eventId = summit): PurchaseWish => ({
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
const keysOf = (wishes: readonly PurchaseWish[]) => wishes.map((wish) => wish.once.hash.toString())
const keyOf = (wish: PurchaseWish) => wish.once.hash.toString()
const answerTo = (wish: PurchaseWish): Served => ({ kind: 'open', purchaseId: keyOf(wish) as PurchaseId })
const named = (served: Served) => (served.kind === 'placed' ? undefined : served.purchaseId)

/** A line whose groups are opened by hand. */
function slowLine() {
  const groups: { keys: string[]; open(): void }[] = []
  const saleLines = makeSaleLines(
    (_event, wishes) =>
      new Promise((resolve) => {
        groups.push({ keys: keysOf(wishes), open: () => resolve(wishes.map(answerTo)) })
      }),
  )
  return { saleLines, groups }
}
const untilQuiet = () => new Promise((resolve) => setTimeout(resolve, 5))

test('whoever waits while a group is served is the next group', async () => {
  const { saleLines, groups } = slowLine()
  const first = saleLines.serve(wishOf('a'))
  await untilQuiet()
  const others = ['b', 'c', 'd'].map((key) => saleLines.serve(wishOf(key)))
  groups[0]?.open()
  await first
  await untilQuiet()
  groups[1]?.open()
  expect((await Promise.all(others)).map(named)).toEqual(['b', 'c', 'd'])
  expect(groups.map((group) => group.keys)).toEqual([['a'], ['b', 'c', 'd']])
})

test('whoever asks while the last group is being answered stands in the next one together', async () => {
  const { saleLines, groups } = slowLine()
  const first = saleLines.serve(wishOf('a'))
  await untilQuiet()
  const behind = saleLines.serve(wishOf('b'))
  groups[0]?.open()
  await first
  const others: Promise<Served>[] = []
  for (const key of ['c', 'd', 'e']) {
    await new Promise((resolve) => setImmediate(resolve))
    others.push(saleLines.serve(wishOf(key)))
  }
  await untilQuiet()
  groups[1]?.open()
  await Promise.all([behind, ...others])
  expect(groups.map((group) => group.keys)).toEqual([['a'], ['b', 'c', 'd', 'e']])
})

test('a group is at most a hundred', async () => {
  const sizes: number[] = []
  const saleLines = makeSaleLines(async (_event, wishes) => {
    sizes.push(wishes.length)
    return wishes.map(answerTo)
  })
  await Promise.all(Array.from({ length: 250 }, (_, n) => saleLines.serve(wishOf(`k${n}`))))
  expect(sizes).toEqual([100, 100, 50])
})

test('the same key again while it waits is the same act: served once, answered to both', async () => {
  const groups: string[][] = []
  const saleLines = makeSaleLines(async (_event, wishes) => {
    groups.push(keysOf(wishes))
    return wishes.map(answerTo)
  })
  const answers = await Promise.all(['a', 'a', 'b'].map((key) => saleLines.serve(wishOf(key))))
  expect(groups).toEqual([['a', 'b']])
  expect(answers.map(named)).toEqual(['a', 'a', 'b'])
})

test('the same key for something else is refused at once', async () => {
  const { saleLines, groups } = slowLine()
  void saleLines.serve(wishOf('a'))
  const other = { ...wishOf('a'), once: { hash: Buffer.from('a'), fingerprint: Buffer.from('other') } }
  await expect(saleLines.serve(other)).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  await untilQuiet()
  groups[0]?.open()
})

test('a thousand repeats of one key keep nobody waiting: the next group is a hundred others', async () => {
  const sizes: number[] = []
  const saleLines = makeSaleLines(async (_event, wishes) => {
    sizes.push(wishes.length)
    return wishes.map(answerTo)
  })
  const repeats = Array.from({ length: 1000 }, () => saleLines.serve(wishOf('again')))
  const honest = Array.from({ length: 199 }, (_, n) => saleLines.serve(wishOf(`honest${n}`)))
  await Promise.all([...repeats, ...honest])
  expect(sizes).toEqual([100, 100])
})

test('a group that hangs is told so at its deadline with everyone behind it, and the next buyer is served', async () => {
  let served = 0
  const saleLines = makeSaleLines(
    async (_event, wishes) => {
      served += 1
      return served === 1 ? new Promise(() => undefined) : wishes.map(answerTo)
    },
    { deadlineMilliseconds: 20 },
  )
  const first = saleLines.serve(wishOf('a'))
  await new Promise((resolve) => setImmediate(resolve))
  const behind = saleLines.serve(wishOf('b'))
  const ends = await Promise.allSettled([first, behind])
  expect(ends.map((end) => end.status === 'rejected' && end.reason)).toMatchObject([
    { code: 'unavailable' },
    { code: 'unavailable' },
  ])
  expect(named(await saleLines.serve(wishOf('c')))).toBe('c')
})

test('if the database goes away while wishes of a group are served alone, the others are told, and may ask again', async () => {
  const groups: string[][] = []
  const saleLines = makeSaleLines(async (_event, wishes) => {
    groups.push(keysOf(wishes))
    if (wishes.length > 1) throw new Error('one of them')
    if (groups.length === 2) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
    return wishes.map(answerTo)
  })
  const [first, second] = ['a', 'b'].map((key) => saleLines.serve(wishOf(key)))
  await expect(second).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(first).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(named(await saleLines.serve(wishOf('b')))).toBe('b')
  expect(groups).toEqual([['a', 'b'], ['a'], ['b']])
})

test('whoever waits is seen to wait', async () => {
  const { saleLines, groups } = slowLine()
  expect(saleLines.oldestWaitingMilliseconds()).toBe(0)
  const waiting = saleLines.serve(wishOf('a'))
  await untilQuiet()
  expect(saleLines.oldestWaitingMilliseconds()).toBeGreaterThan(0)
  groups[0]?.open()
  await waiting
  await untilQuiet()
  expect(saleLines.oldestWaitingMilliseconds()).toBe(0)
})

test('a refusal is thrown to its buyer alone', async () => {
  const saleLines = makeSaleLines(async (_event, wishes) =>
    wishes.map((wish) => (wish.once.hash.toString() === 'bad' ? refuse('sold_out') : answerTo(wish))),
  )
  const [good, bad] = await Promise.allSettled([
    saleLines.serve(wishOf('good')),
    saleLines.serve(wishOf('bad')),
  ])
  expect(good.status).toBe('fulfilled')
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'sold_out' } })
})

test('a wish that breaks its group is served alone, and the others get their answers', async () => {
  const saleLines = makeSaleLines(async (_event, wishes) => {
    if (wishes.some((wish) => wish.once.hash.toString() === 'poison')) throw new Error('broken')
    return wishes.map(answerTo)
  })
  const answers = await Promise.allSettled(['a', 'poison', 'b'].map((key) => saleLines.serve(wishOf(key))))
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('two events do not wait for each other', async () => {
  const { saleLines, groups } = slowLine()
  const first = saleLines.serve(wishOf('a'))
  const other = saleLines.serve(wishOf('b', 'other' as EventId))
  await untilQuiet()
  groups.find((group) => group.keys.includes('b'))?.open()
  expect(named(await other)).toBe('b')
  groups.find((group) => group.keys.includes('a'))?.open()
  await first
})
