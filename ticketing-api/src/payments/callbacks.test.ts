import { cancelPurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aPendingPurchase, isBack } from '../cast/buyers.ts'
import { aReceipt } from '../cast/fake-mpesa.ts'
import type { TestApi } from '../cast/start-api.ts'
import { withoutWalls } from '../cast/watch-queries.ts'
import { aPromptedPurchase, aSale, attempts, purchaseOf, pushes, verdicts } from './cast.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeForgotten } from './judge-forgotten.ts'
import { longestRequestSeconds } from './judge-letter.ts'
import { judgeWaiting } from './judge-waiting.ts'
import { findPaymentOfPrompt } from './store.ts'

const payBack = (api: TestApi) => api.mails.filter(({ subject }) => /owed back|to pay back/.test(subject))

test('a callback turns the money into tickets', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  expect(await api.mpesa.pays(buyer.purchase, { receipt: 'UG1ABC2345' })).toEqual([200])
  await api.runJobs()

  const bought = await purchaseOf(api, buyer)
  expect(bought).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(bought.tickets).toHaveLength(2)
  expect(await attempts(api)).toMatchObject([{ status: 'paid', paidCents: 150_000, receipt: 'UG1ABC2345' }])
  expect(payBack(api)).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
})

test('R23: money that comes after the hold has ended asks for seats again', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await lapse(api, buyer)

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  const back = { ...buyer, token: await isBack(api, buyer.refreshToken) }
  expect(await purchaseOf(api, back)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('R23: where the seats are gone the money is owed back, and buyer and organiser are told', async () => {
  const { api, summit } = await aSale({ galaSeats: 1 })
  const late = await aPromptedPurchase(api, summit)
  await lapse(api, late)
  const quick = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(quick.purchase)
  await api.runJobs()

  await api.mpesa.pays(late.purchase)
  await api.runJobs()

  const back = { ...late, token: await isBack(api, late.refreshToken) }
  const owed = await purchaseOf(api, back)
  expect(owed).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(await purchaseOf(api, quick)).toMatchObject({ status: 'completed' })
  const mails = payBack(api)
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['events@kncci.example', late.email]))
  for (const { text } of mails) {
    expect(text).toContain('KSh 1,500')
    expect(text).toContain(late.purchase.account)
  }
  expect(await brokenPromises(api)).toEqual([])
})

test('a purchase that was given up is owed its late money, and takes no seats', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:02:30Z')
  await api.runSweeps()
  await api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'owed_back', paidAmount: 1500, tickets: [] })
  expect(payBack(api)).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

test('R25: a callback that comes ten times at once is one payment', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  const statuses = await api.mpesa.pays(buyer.purchase, { deliveries: 10 })
  expect(statuses).toEqual(Array(10).fill(200))
  const { rows } = await sql<{ callbackId: string }>`select id as "callbackId" from callbacks`.execute(
    api.ctx.database.reader,
  )
  // All at once, and each twice, as after a crash.
  await Promise.all([...rows, ...rows].map((letter) => judgeCallback(api.ctx, letter)))
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect((await purchaseOf(api, buyer)).tickets).toHaveLength(2)
  const judged = Map.groupBy(await verdicts(api), (verdict) => verdict)
  expect([judged.get('paid')?.length, judged.get('known')?.length]).toEqual([1, 9])
  expect(await brokenPromises(api)).toEqual([])
})

const twoLetters = async (api: TestApi, purchase: { account: string }) => {
  await api.mpesa.pays(purchase, { deliveries: 2, receipt: 'UG1ABC2345' })
  const { rows } = await sql<{ callbackId: string }>`select id as "callbackId" from callbacks`.execute(
    api.ctx.database.reader,
  )
  return rows
}
/** Both have read the payment before either writes. */
const bothHaveRead = { meetAfter: /from payments where id = .*for update/s, howMany: 2 }

test('without any lock the row still decides: of two that read it unpaid, one is paid', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const letters = await twoLetters(api, buyer.purchase)
  const walls = { ...bothHaveRead, leftOut: [/ for update/] }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  await Promise.all(letters.map((letter) => judgeCallback(ctx, letter)))

  expect((await purchaseOf(api, buyer)).paidAmount).toBe(1500)
})

test('control: without its locks and the word of the row, two of the same callback are paid twice', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const letters = await twoLetters(api, buyer.purchase)
  const walls = { ...bothHaveRead, leftOut: [/ for update/, / and status <> 'paid'/] }
  const ctx = { ...api.ctx, database: withoutWalls(api.ctx.database, walls) }

  await Promise.all(letters.map((letter) => judgeCallback(ctx, letter)))

  expect((await purchaseOf(api, buyer)).paidAmount).toBe(3000)
})

test('R26: a callback that overtakes our own answer is parked, and settled as soon as that is here', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt(async (prompt) => {
    await api.mpesa.pays(buyer.purchase)
    await api.runJobs()
    expect(await verdicts(api)).toEqual([null])
    return prompt.accepted
  })

  await pushes(api, buyer)
  await api.runJobs()

  expect(await verdicts(api)).toEqual(['paid'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('R26: success wins over a failure before it, and Safaricom is asked again; nothing after it takes it back', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries('0')

  await api.mpesa.ends(buyer.purchase, '1032')
  await api.runJobs()
  expect((await attempts(api))[0]?.status).toBe('failed')
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  await api.runSweeps()
  expect(api.mpesa.queries).toEqual([buyer.payment.checkoutRequestId])

  await api.mpesa.ends(buyer.purchase, '1032')
  await api.runJobs()
  await api.runSweeps()
  expect(await verdicts(api)).toEqual(['failed', 'paid', 'contradiction'])
  expect(await attempts(api)).toMatchObject([{ status: 'paid', resultCode: '0' }])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(api.mpesa.queries).toHaveLength(1)
  expect(await brokenPromises(api)).toEqual([])
})

test('the callback of an attempt whose answer was lost is matched by its address alone', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'unknown', text: 'no answer in time' })
  await pushes(api, buyer)

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  const { checkoutRequestId } = api.mpesa.promptOf(buyer.purchase)
  expect(await findPaymentOfPrompt(api.ctx.database.reader, checkoutRequestId)).toMatchObject({
    status: 'paid',
  })
})

test('R10: a process that dies before it wrote its answer down loses no callback', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  await pushes(api, buyer)
  // As if the second transaction had never been.
  await forgetAnswer(api)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await verdicts(api)).toEqual([null])

  await api.moveTo(new Date(Date.parse('2026-07-01T09:00:30Z') + longestRequestSeconds * 1000).toISOString())
  await api.runSweeps()

  expect(await verdicts(api)).toEqual(['paid'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('a forgotten callback that cannot be judged holds up none behind it', async () => {
  const { api, summit } = await aSale()
  const [stuck, next] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.mpesa.pays(stuck.purchase)
  await api.mpesa.pays(next.purchase)
  await api.moveTo(new Date(Date.parse('2026-07-01T09:00:30Z') + longestRequestSeconds * 1000).toISOString())
  const lockedElsewhere = Promise.withResolvers<void>()
  const judged = Promise.withResolvers<void>()
  const holder = api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from purchases where account = ${stuck.purchase.account} for update`.execute(tx)
    lockedElsewhere.resolve()
    await judged.promise
  })
  await lockedElsewhere.promise

  await judgeForgotten(api.ctx)
  judged.resolve()
  await holder

  expect(await purchaseOf(api, next)).toMatchObject({ status: 'completed' })
  expect(await purchaseOf(api, stuck)).toMatchObject({ status: 'pending_payment' })
}, 60_000)

test('a hundred forgotten letters that nobody can judge keep no later one waiting', async () => {
  const { api, summit } = await aSale()
  await sql`
    insert into callbacks (id, token_hash, body, source, received_at)
    select uuidv7(), sha256(n::text::bytea), '{}', '127.0.0.1', clock.now() - interval '1 minute'
    from generate_series(1, 100) n`.execute(api.ctx.database.reader)
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase)

  await api.moveTo('2026-07-01T09:02:00Z')
  await judgeForgotten(api.ctx)
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment' })
  await judgeForgotten(api.ctx)

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed' })
})

test('whoever judges one callback judges those that wait beside it', async () => {
  const { api, summit } = await aSale()
  const buyers = []
  for (let nth = 0; nth < 3; nth += 1) buyers.push(await aPromptedPurchase(api, summit))
  for (const { purchase } of buyers) await api.mpesa.pays(purchase)
  const { rows } = await sql<{
    callbackId: string
  }>`select id as "callbackId" from callbacks limit 1`.execute(api.ctx.database.reader)
  for (const job of rows) await judgeWaiting(api.ctx, job)
  expect(await verdicts(api)).toEqual(['paid', 'paid', 'paid'])
})

test('R27: whatever a stranger sends is answered the same, and settles nothing', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const forged = Array.from({ length: 100 }, (_, at) => at.toString(16).padStart(64, '0'))

  const statuses = await Promise.all(forged.map((token) => api.mpesa.pays(buyer.purchase, { token })))
  await api.runJobs()

  expect(new Set(statuses.flat())).toEqual(new Set([200]))
  expect(await verdicts(api)).toEqual([])
  expect(await purchaseOf(api, buyer)).toMatchObject({
    status: 'pending_payment',
    paidAmount: 0,
    tickets: [],
  })
})

test('R27: the right address with the wrong ids is not believed', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const other = await aPromptedPurchase(api, summit)
  const { merchantRequestId, checkoutRequestId } = api.mpesa.promptOf(other.purchase)

  await api.mpesa.pays(buyer.purchase, { checkoutRequestId: 'ws_CO_forged' })
  await api.mpesa.pays(buyer.purchase, { merchantRequestId: 'forged' })
  await api.mpesa.pays(buyer.purchase, { merchantRequestId, checkoutRequestId })
  await api.runJobs()

  expect(await verdicts(api)).toEqual(['wrong_ids', 'wrong_ids', 'wrong_ids'])
  for (const each of [buyer, other])
    expect(await purchaseOf(api, each)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })
})

test('R27: with a lost answer, the ids of another payment are not adopted', async () => {
  const { api, summit } = await aSale()
  const other = await aPromptedPurchase(api, summit)
  const { merchantRequestId, checkoutRequestId } = api.mpesa.promptOf(other.purchase)
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'unknown', text: 'no answer in time' })
  await pushes(api, buyer)

  await api.mpesa.pays(buyer.purchase, { merchantRequestId, checkoutRequestId })
  await api.runJobs()

  expect(await verdicts(api)).toEqual(['wrong_ids'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })
})

test('R28: less than was asked for issues nothing; the rest completes it', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  await api.mpesa.pays(buyer.purchase, { amount: '1499' })
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({
    status: 'pending_payment',
    paidAmount: 1499,
    tickets: [],
  })

  expect((await pushes(api, buyer, { amount: 1500 })).body.code).toBe('total_changed')
  expect((await pushes(api, buyer, { amount: 1 })).status).toBe(201)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('R28: more than was asked for issues the tickets, and the rest is owed back', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  await api.mpesa.pays(buyer.purchase, { amount: '1501.00' })
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1501 })
  expect(payBack(api).map(({ text }) => text.includes('KSh 1 '))).toEqual([true, true])
  expect(await brokenPromises(api)).toEqual([])
})

test('R28: an amount in quotes is an amount', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '"1500"' })
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('R28: garbage is kept as it came and not believed; Safaricom is asked, and what it says counts', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const prompt = api.mpesa.promptOf(buyer.purchase)
  const garbage = ['0', '-1', '1e309', '1500.5', '250001', 'null', '{}', '"many"']

  for (const amount of garbage) await api.mpesa.pays(buyer.purchase, { amount })
  await api.mpesa.pays(buyer.purchase, { shortcode: '600000' })
  await api.mpesa.sends(prompt, '{"Body":')
  await api.runJobs()

  const odd = garbage.map(() => 'odd_amount')
  expect(await verdicts(api)).toEqual([...odd, 'wrong_shortcode', 'unreadable'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })
  const { rows } = await sql<{ body: string }>`select body from callbacks where body like '%1e309%'`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toHaveLength(1)

  api.mpesa.answersQueries('0')
  await api.runSweeps()
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('R30: one receipt named for two purchases is one credit, also when both come at once', async () => {
  const { api, summit } = await aSale()
  const [one, two] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  const receipt = aReceipt()

  await Promise.all([one, two].map(({ purchase }) => api.mpesa.pays(purchase, { receipt })))
  const { rows } = await sql<{ callbackId: string }>`select id as "callbackId" from callbacks`.execute(
    api.ctx.database.reader,
  )
  await Promise.all(rows.map((letter) => judgeCallback(api.ctx, letter)))

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
  for (const { purchase } of [one, two]) await api.mpesa.pays(purchase, { receipt: 'UG11111111' })
  await api.runJobs()
  for (const each of [one, two]) expect(await purchaseOf(api, each)).toMatchObject({ paidAmount: 1500 })
})

/** The hold ends without money, and the sweep says so. */
async function lapse(api: TestApi, { purchase }: { purchase: { expiresAt: string | null } }) {
  await api.moveTo(new Date(Date.parse(purchase.expiresAt ?? '') + 60_000).toISOString())
  await api.runSweeps()
}

async function forgetAnswer(api: TestApi) {
  await api.ctx.database.transaction(async (tx) => {
    await sql`
      update payments set status = 'created', merchant_request_id = null, checkout_request_id = null,
        answered_at = null, next_query_at = null`.execute(tx)
  })
}
