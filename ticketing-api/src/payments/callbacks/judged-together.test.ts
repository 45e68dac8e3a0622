import { listMatters } from '@event-sphere/contract/matters'
import { type Database, sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { isBack } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { allHandlers } from '../../handlers.ts'
import {
  aPromptedPurchase,
  aSale,
  payBackMails,
  promptedPurchases,
  purchaseOf,
  pushes,
  verdicts,
} from '../cast.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeTogether } from './judge-together.ts'
import { judgeWaiting } from './judge-waiting.ts'
import { listWaiting } from './store.ts'

/** Callbacks that nobody has judged, in the order in which they came. */
async function callbacks({ ctx }: Pick<TestApi, 'ctx'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from callbacks where judged_at is null order by received_at, id`.execute(ctx.database.reader)
  return rows.map(({ id }) => id)
}

/** How many transactions are begun from now on. */
function transactionsOf(database: Database): { count: number } {
  const begun = { count: 0 }
  const { transaction } = database
  database.transaction = (story) => {
    begun.count += 1
    return transaction(story)
  }
  return begun
}

const kinds = async (api: TestApi) =>
  (await api.call(listMatters, { as: api.key, query: {} })).body.items.map(({ kind }) => kind)

test('thirty who enter their PIN at once are settled in one transaction, and each gets their tickets', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 30)
  for (const { purchase } of buyers) await api.mpesa.pays(purchase)
  const begun = transactionsOf(api.ctx.database)

  expect(await judgeTogether(api.ctx, await callbacks(api))).toEqual(new Map())

  expect(begun.count).toBe(1)
  expect(new Set(await verdicts(api))).toEqual(new Set(['paid']))
  for (const buyer of buyers) {
    const { status, paidAmount, tickets } = await purchaseOf(api, buyer)
    expect([status, paidAmount, tickets.length]).toEqual(['completed', 1500, 2])
  }
  await api.runJobs()
  const mailed = api.mails.filter(({ pictures }) => pictures.length > 0).map(({ to }) => to)
  expect(new Set(mailed)).toEqual(new Set(buyers.map(({ email }) => email)))
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('a group settles a repeated callback, late money without seats, and two attempts of one purchase as one by one', async () => {
  const { api, summit } = await aSale({ galaSeats: 3 })
  const late = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:45:00Z')
  await api.runSweeps()
  const twice = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:47:30Z')
  await api.runSweeps()
  expect((await pushes(api, twice)).status).toBe(201)
  const [repeated, plain] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.mpesa.pays(late.purchase)
  await api.mpesa.pays(repeated.purchase, { receipt: 'UG1ABC2345' })
  await api.mpesa.pays(repeated.purchase, { receipt: 'UG1ABC2345' })
  await api.mpesa.ends(twice.purchase, '1032', { prompt: 0 })
  await api.mpesa.pays(twice.purchase)
  await api.mpesa.pays(plain.purchase)
  const begun = transactionsOf(api.ctx.database)

  expect(await judgeTogether(api.ctx, await callbacks(api))).toEqual(new Map())

  // What stands behind another callback of its purchase follows in a second one.
  expect(begun.count).toBe(2)
  expect(await verdicts(api)).toEqual(['paid', 'paid', 'known', 'failed', 'paid', 'paid'])
  for (const buyer of [repeated, twice, plain])
    expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  const back = { ...late, token: await isBack(api, late.refreshToken) }
  expect(await purchaseOf(api, back)).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(await kinds(api)).toEqual(['money_owed_back'])
  await api.runJobs()
  const told = payBackMails(api).map(({ to }) => to)
  expect(new Set(told)).toEqual(new Set(['events@kncci.example', late.email]))
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('of late payers in one group, the seats that are left go to the first', async () => {
  const { api, summit } = await aSale({ galaSeats: 3 })
  const late = await promptedPurchases(api, summit, 3)
  await api.moveTo('2026-07-01T09:45:00Z')
  await api.runSweeps()
  const quick = await aPromptedPurchase(api, summit)
  for (const { purchase } of [...late, quick]) await api.mpesa.pays(purchase)

  expect(await judgeTogether(api.ctx, await callbacks(api))).toEqual(new Map())

  const { rows } = await sql<{ status: string }>`
    select p.status from purchases p join payments m on m.purchase_id = p.id join callback_addresses a
      on a.subject_id = m.id join callbacks c on c.token_hash = a.token_hash order by c.received_at`.execute(
    api.ctx.database.reader,
  )
  expect(rows.map(({ status }) => status)).toEqual(['completed', 'completed', 'owed_back', 'completed'])
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('two callbacks with one receipt in a group: one is paid, the other is turned down, and their neighbours are settled', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 4)
  const receipts = ['UG10000001', 'UG1ABC2345', 'UG1ABC2345', 'UG10000002']
  for (const [nth, { purchase }] of buyers.entries())
    await api.mpesa.pays(purchase, { receipt: receipts[nth] ?? '' })

  expect(await judgeTogether(api.ctx, await callbacks(api))).toEqual(new Map())

  expect(await verdicts(api)).toEqual(['paid', 'paid', 'receipt_taken', 'paid'])
  const paid = await Promise.all(buyers.map(async (buyer) => (await purchaseOf(api, buyer)).paidAmount))
  expect(paid).toEqual([1500, 1500, 0, 1500])
  expect(await kinds(api)).toEqual(['receipt_taken'])
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('a callback whose settling throws keeps nobody beside it from being settled, and no later group from being one', async () => {
  const { api, summit } = await aSale()
  const [first, broken, last, later] = [
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
  ]
  await breakPurchase(api, broken.purchase)
  for (const { purchase } of [first, broken, last]) await api.mpesa.pays(purchase)
  const [, brokenCallback = ''] = await callbacks(api)

  await expect(judgeWaiting(api.ctx, { callbackId: brokenCallback })).rejects.toThrow('a broken purchase')

  expect(await verdicts(api)).toEqual(['paid', null, 'paid'])
  for (const buyer of [first, last])
    expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed' })
  expect(await purchaseOf(api, broken)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })

  await api.mpesa.pays(later.purchase)
  expect(await listWaiting(api.ctx.database.reader, 100)).toHaveLength(1)
  await expect(judgeWaiting(api.ctx, { callbackId: brokenCallback })).rejects.toThrow('a broken purchase')
  expect(await verdicts(api)).toEqual(['paid', null, 'paid', null])
  const [, laterCallback = ''] = await callbacks(api)
  await judgeWaiting(api.ctx, { callbackId: laterCallback })
  expect(await purchaseOf(api, later)).toMatchObject({ status: 'completed' })

  await sql`drop trigger broken on purchases`.execute(api.ctx.database.reader)
  await judgeCallback(api.ctx, { callbackId: brokenCallback })
  expect(await purchaseOf(api, broken)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('behind a stock that somebody else keeps locked, a group gives up early and leaves the others to their jobs', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 6)
  for (const { purchase } of buyers) await api.mpesa.pays(purchase)
  const { ctx } = await api.startAnother()
  const [isLocked, end] = [Promise.withResolvers<void>(), new AbortController()]
  const holder = ctx.database.transaction(async (tx) => {
    await sql`select 1 from quotas for update`.execute(tx)
    isLocked.resolve()
    while (!end.signal.aborted) await sql`select pg_sleep(0.2)`.execute(tx)
  })
  await isLocked.promise

  await expect(judgeTogether(api.ctx, await callbacks(api))).rejects.toMatchObject({ code: '55P03' })
  end.abort()
  await holder

  expect(await listWaiting(api.ctx.database.reader, 100)).toHaveLength(3)
  await api.runJobs()
  for (const buyer of buyers) expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed' })
}, 60_000)

test('two processes that settle the same callbacks at once settle each of them once', async () => {
  const { api, summit } = await aSale()
  const other = await api.startAnother()
  const buyers = await promptedPurchases(api, summit, 8)
  for (const [nth, { purchase }] of buyers.entries())
    await api.mpesa.pays(purchase, { deliveries: 2, receipt: `UG1000000${nth}` })
  const ids = await callbacks(api)

  await Promise.all([
    judgeTogether(api.ctx, ids),
    judgeTogether(other.ctx, ids.toReversed()),
    ...[api, other].map(({ ctx }) => ctx.jobs.runUntilQuiet(allHandlers(ctx))),
  ])

  const judged = Map.groupBy(await verdicts(api), (verdict) => verdict)
  expect([judged.get('paid')?.length, judged.get('known')?.length]).toEqual([8, 8])
  for (const buyer of buyers) {
    const { status, paidAmount, tickets } = await purchaseOf(api, buyer)
    expect([status, paidAmount, tickets.length]).toEqual(['completed', 1500, 2])
  }
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

/** A fault in our own data: whoever touches this purchase fails. */
async function breakPurchase(api: TestApi, { account }: { account: string }): Promise<void> {
  const { reader } = api.ctx.database
  await sql`
    create function fail() returns trigger language plpgsql
    as $$ begin raise exception 'a broken purchase'; end $$`.execute(reader)
  await sql`
    create trigger broken before update on purchases for each row
    when (old.account = ${sql.lit(account)}) execute function fail()`.execute(reader)
}
