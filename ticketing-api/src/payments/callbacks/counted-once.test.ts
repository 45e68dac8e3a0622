import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { aReceipt } from '../../cast/fake-mpesa.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { withoutWalls } from '../../cast/watch-queries.ts'
import { aPromptedPurchase, aSale, keptCallbacks, purchaseOf, verdicts } from '../cast.ts'
import { judgeCallback } from './judge-callback.ts'

test('a callback that comes ten times at once is one payment', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  const statuses = await api.mpesa.pays(buyer.purchase, { deliveries: 10 })
  expect(statuses).toEqual(Array(10).fill(200))
  const callbacks = await keptCallbacks(api)
  // All at once, and each twice, as after a crash.
  await Promise.all([...callbacks, ...callbacks].map((callback) => judgeCallback(api.ctx, callback)))
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect((await purchaseOf(api, buyer)).tickets).toHaveLength(2)
  const judged = Map.groupBy(await verdicts(api), (verdict) => verdict)
  expect([judged.get('paid')?.length, judged.get('known')?.length]).toEqual([1, 9])
  expect(await brokenPromises(api)).toEqual([])
})

/** The walls of the ledger around what was received. */
const withoutReceivingOnce = (api: TestApi) =>
  sql`drop index one_receiving_a_payment, one_receiving_a_receipt`.execute(api.ctx.database.reader)

const twoCallbacks = async (api: TestApi, purchase: { account: string }) => {
  await api.mpesa.pays(purchase, { deliveries: 2, receipt: 'UG1ABC2345' })
  return keptCallbacks(api)
}
/** Both have read the payment before either writes. */
const bothHaveRead = { meetAfter: /from payments where id = .*for update/s, howMany: 2 }

test('without any lock the row still decides: of two that read it unpaid, one is paid', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const callbacks = await twoCallbacks(api, buyer.purchase)
  const walls = { ...bothHaveRead, leftOut: [/ for update(?: of \w+)?/] }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  await Promise.all(callbacks.map((callback) => judgeCallback(ctx, callback)))

  expect((await purchaseOf(api, buyer)).paidAmount).toBe(1500)
})

test('behind the word of the row, the ledger receives the money of a payment once', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const callbacks = await twoCallbacks(api, buyer.purchase)
  const walls = { ...bothHaveRead, leftOut: [/ for update(?: of \w+)?/, / and status <> 'paid'/] }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  const judged = await Promise.allSettled(callbacks.map((callback) => judgeCallback(ctx, callback)))

  expect(judged.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { constraint: 'one_receiving_a_payment' } },
  ])
  expect((await purchaseOf(api, buyer)).paidAmount).toBe(1500)
})

test('control: without its locks, the word of the row and the ledger’s, two of the same callback are paid twice', async () => {
  const { api, summit } = await aSale()
  await withoutReceivingOnce(api)
  const buyer = await aPromptedPurchase(api, summit)
  const callbacks = await twoCallbacks(api, buyer.purchase)
  const walls = { ...bothHaveRead, leftOut: [/ for update(?: of \w+)?/, / and status <> 'paid'/] }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  await Promise.all(callbacks.map((callback) => judgeCallback(ctx, callback)))

  expect((await purchaseOf(api, buyer)).paidAmount).toBe(3000)
})

test('one receipt named for two purchases is one credit, also when both come at once', async () => {
  const { api, summit } = await aSale()
  const [one, two] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  const receipt = aReceipt()

  await Promise.all([one, two].map(({ purchase }) => api.mpesa.pays(purchase, { receipt })))
  const callbacks = await keptCallbacks(api)
  await Promise.all(callbacks.map((callback) => judgeCallback(api.ctx, callback)))

  expect(new Set(await verdicts(api))).toEqual(new Set(['paid', 'receipt_taken']))
  const states = [await purchaseOf(api, one), await purchaseOf(api, two)]
  expect(new Set(states.map(({ status, paidAmount }) => `${status} ${paidAmount}`))).toEqual(
    new Set(['completed 1500', 'pending_payment 0']),
  )
  expect(await brokenPromises(api)).toEqual([])
})

test('control: without the wall around receipts the same receipt pays twice', async () => {
  const { api, summit } = await aSale()
  const [one, two] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.ctx.database.transaction(async (tx) => {
    await sql`alter table payments drop constraint payments_receipt_key`.execute(tx)
  })
  await withoutReceivingOnce(api)
  for (const { purchase } of [one, two]) await api.mpesa.pays(purchase, { receipt: 'UG11111111' })
  await api.runJobs()
  for (const each of [one, two]) expect(await purchaseOf(api, each)).toMatchObject({ paidAmount: 1500 })
})
