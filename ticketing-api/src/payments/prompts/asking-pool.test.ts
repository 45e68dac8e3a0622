import { sql, type Tx } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { plansOf } from '../../cast/watch-queries.ts'
import type { QueryAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { claimForgotten } from '../callbacks/store.ts'
import { aPromptedPurchase, aSale, promptedPurchases, pushes } from '../cast.ts'
import { expireOpen } from '../move-store.ts'
import { claimUndecided } from '../store.ts'
import { askAboutDue } from './ask-about-due.ts'
import { claimDuePayments } from './due-store.ts'

const noAnswer: QueryAnswer = { kind: 'no_answer', text: 'error 500.001.1001' }
const tooMuch: QueryAnswer = { kind: 'no_answer', text: 'error 500.003.02', isThrottled: true }

const at = (api: TestApi, seconds: number) =>
  api.moveTo(new Date(Date.parse('2026-07-01T09:00:00Z') + seconds * 1000).toISOString())

/** Prompts of the second after nine, whose callbacks are lost: rows like the one of a real prompt. */
async function manyPrompts(api: TestApi, howMany: number): Promise<void> {
  await api.ctx.database.transaction(async (tx) => {
    await sql`create temporary table copies on commit drop as
      select uuidv7() as id, n, timestamptz '2026-07-01T09:00:00Z' + n * 1.0 / ${howMany} * interval '1 second' as at
      from generate_series(1, ${howMany}) n`.execute(tx)
    await sql`insert into purchases (id, organization_id, event_id, buyer_email, locale, status, total_cents,
        account, created_at, expires_at)
      select c.id, p.organization_id, p.event_id, 'many' || c.n || '@example.com', p.locale, p.status,
        p.total_cents, 'MANY' || c.n, c.at, c.at + interval '30 minutes'
      from purchases p, copies c`.execute(tx)
    await sql`insert into payments (organization_id, id, purchase_id, phone, amount_cents, status,
        merchant_request_id, checkout_request_id, created_at, answered_at, open_until, next_query_at)
      select (select organization_id from purchases limit 1), c.id, c.id, '+2547' || c.n, 150000, 'prompted', 'm' || c.n, 'ws_CO_' || c.n,
        c.at, c.at, c.at + interval '120 seconds', c.at + interval '15 seconds'
      from copies c`.execute(tx)
  })
}

test('6,000 prompts whose callbacks are lost at once are all asked about within two minutes, the newest first', async () => {
  const { api, summit } = await aSale()
  await aPendingPurchase(api, summit)
  await manyPrompts(api, 6000)
  let underway = 0
  let most = 0
  api.mpesa.answersQueries(async () => {
    underway += 1
    most = Math.max(most, underway)
    try {
      // A second passes with every eighty answers, which is what 24 questions of 0.3 s come to.
      if (api.mpesa.queries.length % 80 === 0) await at(api, 16 + api.mpesa.queries.length / 80)
      else await new Promise(setImmediate)
    } finally {
      // On a busy machine the clock may not be moved in time; that question is over too.
      underway -= 1
    }
    return noAnswer
  })

  await at(api, 16)
  for (let rounds = 0; rounds < 20 && new Set(api.mpesa.queries).size < 6000; rounds += 1)
    await askAboutDue(api.ctx)

  const inTwoMinutes = api.mpesa.queries.slice(0, (120 - 16) * 80)
  expect(new Set(inTwoMinutes).size).toBe(6000)
  expect(api.mpesa.queries[0]).toBe('ws_CO_6000')
  expect(most).toBe(24)
}, 240_000)

test('one question without an end holds up none of the others, nor those that come due meanwhile', async () => {
  const { api, summit } = await aSale()
  const [slow, quick] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  const hung = Promise.withResolvers<QueryAnswer>()
  const heard = Promise.withResolvers<void>()
  const late = 'ws_CO_late'
  api.mpesa.answersQueries((id) => {
    if (id === slow.payment.checkoutRequestId) return hung.promise
    if (id === late) heard.resolve()
    return noAnswer
  })
  await at(api, 90)
  const round = askAboutDue(api.ctx)
  await sql`
    insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, checkout_request_id,
      created_at, open_until, next_query_at)
    select organization_id, uuidv7(), purchase_id, phone, amount_cents, 'expired', ${late}, created_at, open_until, created_at
    from payments where checkout_request_id = ${quick.payment.checkoutRequestId}`.execute(
    api.ctx.database.reader,
  )
  await heard.promise
  hung.resolve(noAnswer)
  await round
  expect(new Set(api.mpesa.queries)).toEqual(
    new Set([slow.payment.checkoutRequestId, quick.payment.checkoutRequestId, late]),
  )
})

test('a round that fails is over when its questions are, so that the next one has no more under way', async () => {
  const { api, summit } = await aSale()
  await aPromptedPurchase(api, summit)
  await at(api, 90)
  const hung = Promise.withResolvers<QueryAnswer>()
  api.mpesa.answersQueries(() => hung.promise)
  const failed = Promise.withResolvers<void>()
  let claims = 0
  const { database } = api.ctx
  const transaction: typeof database.transaction = async (story) => {
    claims += 1
    if (claims === 1) return database.transaction(story)
    failed.resolve()
    throw new Error('the database is away')
  }
  let isOver = false
  const round = askAboutDue({ ...api.ctx, database: { ...database, transaction } }).finally(() => {
    isOver = true
  })
  const end = expect(round).rejects.toThrow('the database is away')
  await failed.promise
  await new Promise(setImmediate)
  expect(isOver).toBe(false)
  hung.resolve({ kind: 'result', resultCode: '4999', resultText: 'still under processing' })
  await end
})

test('when Safaricom has too much of questions, all of them wait, longer each time; prompts do not', async () => {
  const { api, summit } = await aSale()
  await promptedPurchases(api, summit, 3)
  api.mpesa.answersQueries(() => tooMuch)
  await at(api, 100)
  await askAboutDue(api.ctx)
  const asked = api.mpesa.queries.length
  await askAboutDue(api.ctx)
  expect(api.mpesa.queries).toHaveLength(asked)
  expect((await pushes(api, await aPendingPurchase(api, summit))).status).toBe(201)

  // The first pause is over after five seconds; the second takes ten.
  await at(api, 108)
  await askAboutDue(api.ctx)
  const again = api.mpesa.queries.length
  expect(again).toBeGreaterThan(asked)
  await at(api, 115)
  await askAboutDue(api.ctx)
  expect(api.mpesa.queries).toHaveLength(again)

  api.mpesa.answersQueries('0')
  await at(api, 130)
  await askAboutDue(api.ctx)
  const paid = await sql`select 1 from payments where status = 'paid'`.execute(api.ctx.database.reader)
  expect(paid.rows.length).toBeGreaterThanOrEqual(3)
}, 30_000)

test('what is due, over, undecided or old is found by an index, whatever is there besides', async () => {
  const { api, summit } = await aSale()
  await aPendingPurchase(api, summit)
  await manyPrompts(api, 100)
  const now = new Date('2026-07-03T10:00:00Z')
  const { database } = api.ctx
  const claim = await plansOf(database, (tx) => claimDuePayments(tx, { now, most: 10 }))
  expect(claim).toMatch(/Index Scan using payments_to_ask/)
  expect(claim).not.toMatch(/Sort/)
  expect(await plansOf(database, (tx) => expireOpen(tx, now))).toMatch(/Index Cond: \(open_until <=/)
  expect(await plansOf(database, (tx) => claimUndecided(tx, now))).toMatch(/Index Cond: \(created_at <=/)
  expect(await plansOf(database, (tx) => claimForgotten(tx, 60))).toMatch(/Index Cond: \(waits_since </)
  // The control: a clock that is asked for each row is no condition of an index.
  const asked = (tx: Tx) => sql`select id from payments where next_query_at <= clock.now()`.execute(tx)
  expect(await plansOf(database, asked)).not.toMatch(/Index Cond: \(next_query_at/)
})
