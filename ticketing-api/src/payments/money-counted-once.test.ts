import type { PaymentId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import type { TestApi } from '../cast/start-api.ts'
import { withoutWalls } from '../cast/watch-queries.ts'
import type { Context } from '../context.ts'
import { judgeCallback } from './callbacks/judge-callback.ts'
import { judgeTogether } from './callbacks/judge-together.ts'
import {
  aPromptedPurchase,
  aSale,
  bookedFor,
  keptCallbacks,
  promptedPurchases,
  purchaseOf,
  pushes,
  untilTwoWait,
} from './cast.ts'
import { settlePayment } from './settle-payment.ts'

/** A query's answer, which knows neither the amount nor the receipt. */
async function hearFromQueries(api: TestApi, ctx: Context, howMany = 100): Promise<void> {
  const { rows } = await sql<{ id: PaymentId }>`
    select id from payments order by created_at, id limit ${howMany}`.execute(api.ctx.database.reader)
  const outcome = { kind: 'success', resultCode: '0', resultText: 'done' } as const
  for (const { id } of rows) await ctx.database.transaction((tx) => settlePayment(ctx, tx, id, outcome))
}

test('callback, query and late receipt of a crowd, on two processes, are each counted once', async () => {
  const { api, summit } = await aSale()
  const other = await api.startAnother()
  const buyers = await promptedPurchases(api, summit, 8)
  // What a query found first gets its receipt later, and two shillings with it.
  const found = 4
  await hearFromQueries(api, api.ctx, found)
  for (const [nth, { purchase }] of buyers.entries())
    await api.mpesa.pays(purchase, { deliveries: 2, amount: '1502', receipt: `UG10000${nth + 100}` })
  const ids = (await keptCallbacks(api)).map(({ callbackId }) => callbackId)

  await Promise.all([
    judgeTogether(api.ctx, ids),
    judgeTogether(other.ctx, ids.toReversed()),
    hearFromQueries(api, other.ctx),
    ...ids.slice(0, 4).map((callbackId) => judgeCallback(other.ctx, { callbackId })),
  ])
  await api.runJobs()

  const inTwo = ['received: mpesa 150000 held_for -150000', 'received: mpesa 200 held_for -200']
  const atOnce = ['received: mpesa 150200 held_for -150200']
  for (const [nth, buyer] of buyers.entries()) {
    expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1502 })
    const received = (await bookedFor(api, buyer.purchase)).filter((posting) => /^received/.test(posting))
    expect(nth < found ? [inTwo] : [inTwo, atOnce]).toContainEqual(received)
  }
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

/** Two prompts of one purchase, of which each has brought a part of the price. */
async function twoParts(api: TestApi, buyer: Awaited<ReturnType<typeof aPromptedPurchase>>) {
  await api.moveTo('2026-07-01T09:02:30Z')
  await api.runSweeps()
  expect((await pushes(api, buyer)).status).toBe(201)
  for (const prompt of [0, 1]) await api.mpesa.pays(buyer.purchase, { prompt, amount: '1000' })
  return keptCallbacks(api)
}

test('two parts of a price that come at once on two processes complete their purchase', async () => {
  const { api, summit } = await aSale()
  const other = await api.startAnother()
  const buyer = await aPromptedPurchase(api, summit)
  const callbacks = await twoParts(api, buyer)
  const [isHeld, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from purchases for update`.execute(tx)
    isHeld.resolve()
    await goOn.promise
  })
  await isHeld.promise

  const sides = [api.ctx, other.ctx]
  const judged = Promise.all(callbacks.map((callback, nth) => judgeCallback(sides[nth] ?? api.ctx, callback)))
  await untilTwoWait(api)
  goOn.resolve()
  await Promise.all([holder, judged])

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 2000 })
  expect((await bookedFor(api, buyer.purchase)).at(-1)).toBe(
    'completed: held_for 200000 earned -150000 owed_back -50000',
  )
  expect(await brokenPromises(api)).toEqual([])
})

test('control: without the lock of their purchase, each part believes to be the only one', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const callbacks = await twoParts(api, buyer)
  const walls = {
    meetAfter: /from payments where id = .*for update/s,
    howMany: 2,
    leftOut: [/ order by id for update/],
  }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  await Promise.all(callbacks.map((callback) => judgeCallback(ctx, callback)))

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment', paidAmount: 2000 })
  expect(await brokenPromises(api)).not.toEqual([])
})
