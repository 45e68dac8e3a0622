import { getPaymentStatus, listPurchasePayments } from '@event-sphere/contract/payments'
import { paymentId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'
import { aPromptedPurchase, aSale, pushes } from './cast.ts'

const look = (
  api: TestApi,
  as: string,
  checkoutRequestId: string,
  more: { prefer?: string; locale?: string } = {},
) => api.call(getPaymentStatus, { as, params: { checkoutRequestId }, ...more })

test('a payment is found by Safaricom’s id and by ours, by its buyer alone', async () => {
  const { api, summit } = await aSale()
  const { token, payment } = await aPromptedPurchase(api, summit)
  const stranger = await aCustomer(api)
  for (const id of [payment.checkoutRequestId ?? '', payment.paymentId]) {
    const seen = await look(api, token, id)
    expect(seen.status).toBe(200)
    expect(seen.body).toMatchObject({ paymentId: payment.paymentId, status: 'pending' })
    for (const other of [stranger.token, api.admin, api.key])
      expect((await look(api, other, id)).body.code).toBe('not_found')
    expect((await api.call(getPaymentStatus, { params: { checkoutRequestId: id } })).status).toBe(401)
  }
  for (const id of ['ws_CO_unknown', 'payment_1', `payment_${'0'.repeat(32)}`, "'; drop table payments"])
    expect((await look(api, token, id)).body.code).toBe('not_found')
})

test('with Prefer: wait the answer comes when the payment moves', async () => {
  const { api, summit } = await aSale()
  const { token, payment, purchase } = await aPromptedPurchase(api, summit)
  let isAnswered = false
  const waiting = look(api, token, payment.paymentId, { prefer: 'wait=20' }).then((answer) => {
    isAnswered = true
    return answer
  })
  await look(api, token, payment.paymentId)
  expect(isAnswered).toBe(false)

  await api.mpesa.pays(purchase)
  await api.runJobs()

  const { body } = await waiting
  expect(body).toMatchObject({ status: 'completed', purchaseStatus: 'completed', nextStep: 'see_tickets' })
  expect(body.receipt).toMatch(/^UG1\d{7}$/)
  expect((await look(api, token, payment.paymentId, { prefer: 'wait=20' })).body.status).toBe('completed')
})

test('news that changes nothing ends no wait', async () => {
  const { api, summit } = await aSale()
  const { token, payment, purchase } = await aPromptedPurchase(api, summit)
  const id = z.decode(paymentId, payment.paymentId)
  let isAnswered = false
  const waiting = look(api, token, payment.paymentId, { prefer: 'wait=20' }).then((answer) => {
    isAnswered = true
    return answer
  })
  await look(api, token, payment.paymentId)
  const news = api.ctx.paymentNews.heard(id, 10_000)
  await sql`select pg_notify('payment_news', ${id}::text)`.execute(api.ctx.database.reader)
  expect(await news).toBe(true)
  await look(api, token, payment.paymentId)
  expect(isAnswered).toBe(false)

  await api.mpesa.pays(purchase)
  await api.runJobs()
  expect((await waiting).body).toMatchObject({ status: 'completed', amount: 1500, paidAmount: 1500 })
})

test('a wait without news ends in its time with the same answer', async () => {
  const { api, summit } = await aSale()
  const { token, payment } = await aPromptedPurchase(api, summit)
  expect((await look(api, token, payment.paymentId, { prefer: 'wait=1' })).body.status).toBe('pending')
})

test('a process that stops answers whoever waits as things stand, and keeps nobody waiting any more', async () => {
  const { api, summit } = await aSale()
  const { token, payment } = await aPromptedPurchase(api, summit)
  const other = await api.startAnother()
  const ask = (prefer: string) =>
    other.call(getPaymentStatus, { as: token, params: { checkoutRequestId: payment.paymentId }, prefer })
  const waiting = [ask('wait=25'), ask('wait=25')]
  await ask('wait=0')
  const id = z.decode(paymentId, payment.paymentId)
  // Longer than a test lasts.
  const longest = other.ctx.paymentNews.heard(id, 300_000)

  await other.close()

  expect(await longest).toBe(false)
  expect(await other.ctx.paymentNews.heard(id, 300_000)).toBe(false)
  for (const { status, body, headers } of await Promise.all(waiting))
    expect({ status, is: body.status, connection: headers.get('connection') }).toEqual({
      status: 200,
      is: 'pending',
      // A client that keeps its connections open would keep the process.
      connection: 'close',
    })
})

const ends: readonly [code: string, status: string, nextStep: string][] = [
  ['1', 'failed', 'try_again'],
  ['17', 'failed', 'try_again'],
  ['26', 'pending', 'wait'],
  ['1001', 'pending', 'wait'],
  ['1019', 'failed', 'try_again'],
  ['1025', 'failed', 'try_again'],
  ['1032', 'failed', 'try_again'],
  ['1037', 'failed', 'try_again'],
  ['2001', 'failed', 'try_again'],
  ['2028', 'failed', 'contact_organiser'],
  ['SFC_IC0003', 'failed', 'contact_organiser'],
  ['8006', 'failed', 'try_again'],
  ['9999', 'pending', 'wait'],
  ['4999', 'pending', 'wait'],
  ['E3008', 'pending', 'wait'],
  ['31337', 'pending', 'wait'],
]

test('each code leaves the payment in its state, says so in both languages, and lets another try through where it is over', async () => {
  const { api, summit } = await aSale()
  for (const [code, status, nextStep] of ends) {
    const buyer = await aPromptedPurchase(api, summit)
    await api.mpesa.ends(buyer.purchase, code)
    await api.runJobs()

    const english = (await look(api, buyer.token, buyer.payment.paymentId)).body
    const swahili = (await look(api, buyer.token, buyer.payment.paymentId, { locale: 'sw-KE,sw;q=0.9' })).body
    const end = { status, nextStep, resultCode: code, purchaseStatus: 'pending_payment' }
    expect(english, code).toMatchObject(end)
    expect(swahili, code).toMatchObject(end)
    expect(swahili.message).not.toBe(english.message)
    const again = await pushes(api, buyer)
    expect(again.body.code ?? 'prompted', code).toBe(status === 'failed' ? 'prompted' : 'payment_in_progress')
  }
})

test.each(['26', '1001', '31337'])(
  'a callback that decides nothing (%s) keeps another prompt out for a minute, and says until when',
  async (code) => {
    const { api, summit } = await aSale()
    const buyer = await aPromptedPurchase(api, summit)
    await api.moveTo('2026-07-01T09:00:05Z')
    await api.mpesa.ends(buyer.purchase, code, { deliveries: 2 })
    await api.runJobs()

    const { retryAt } = (await look(api, buyer.token, buyer.payment.paymentId)).body
    expect(retryAt?.slice(0, 17)).toBe('2026-07-01T09:01:')
    expect((await pushes(api, buyer)).body).toMatchObject({ code: 'payment_in_progress', retryAt })
    await api.moveTo(retryAt ?? '')
    const again = await pushes(api, buyer)
    expect(again).toMatchObject({ status: 201, body: { warning: expect.any(String) } })
  },
)

test('a phone that was not reached keeps nobody out, by callback or by the answer to a question', async () => {
  const { api, summit } = await aSale()
  const told = await aPromptedPurchase(api, summit)
  await api.mpesa.ends(told.purchase, '1037')
  await api.runJobs()
  expect((await pushes(api, told)).status).toBe(201)

  const silent = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries(() => ({ kind: 'result', resultCode: '1037', resultText: 'DS timeout' }))
  await api.moveTo('2026-07-01T09:00:20Z')
  await api.runSweeps()
  const { body } = await look(api, silent.token, silent.payment.paymentId)
  expect(body).toMatchObject({ status: 'failed', nextStep: 'try_again', retryAt: null })
  expect((await pushes(api, silent)).status).toBe(201)
})

test('the attempts of a purchase are listed, newest first, for its buyer and its organiser', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.ends(buyer.purchase, '1032')
  await api.runJobs()
  await pushes(api, buyer)
  const list = (as: string, id: string = buyer.purchase.id) =>
    api.call(listPurchasePayments, { as, params: { id } })

  for (const as of [buyer.token, api.admin]) {
    const { status, body } = await list(as)
    expect(status).toBe(200)
    expect(body.items.map((item) => item.status)).toEqual(['pending', 'failed'])
    expect(JSON.stringify(body)).not.toMatch(/\+2547\d{8}/)
  }
  const others = await foundOrganization(api.call, api.platform, 'others')
  for (const as of [(await aCustomer(api)).token, others.admin, others.key])
    expect((await list(as)).body.code).toBe('not_found')
  expect((await list(buyer.token, 'purchase_1')).body.code).toBe('not_found')
  expect((await list(api.agent)).status).toBe(404)
})
