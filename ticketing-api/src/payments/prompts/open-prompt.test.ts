import * as payments from '@event-sphere/contract/payments'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { aPendingPurchase, isBack } from '../../cast/buyers.ts'
import { aPromptedPurchase, aSale, attempts, purchaseOf, pushes } from '../cast.ts'

test('one open prompt a purchase: of ten taps at once one goes out, and the others hear when to come back', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)

  const taps = Array.from({ length: 10 }, () => pushes(api, buyer, { phoneNumber: '0712345678' }))
  const answers = await Promise.all(taps)

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    expect(body.code).toBe('payment_in_progress')
    expect(Date.parse(String((body as { retryAt?: string }).retryAt))).toBeGreaterThan(0)
  }
  expect(api.mpesa.prompts).toHaveLength(1)
})

test('an open prompt keeps the seats, but not for ever', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const originally = Date.parse(buyer.purchase.expiresAt ?? '')
  await api.moveTo(new Date(originally - 30_000).toISOString())
  const back = { ...buyer, token: await isBack(api, buyer.refreshToken) }

  await pushes(api, back)

  const held = Date.parse((await purchaseOf(api, back)).expiresAt ?? '')
  expect(held - originally).toBeGreaterThan(80_000)
  expect(held - originally).toBeLessThanOrEqual(600_000)
})

test('an open prompt keeps its purchase from being given up, and says until when', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const cancel = () => api.call(cancelPurchase, { as: buyer.token, params: { id: buyer.purchase.id } })
  expect(await cancel()).toMatchObject({
    status: 409,
    body: { code: 'payment_in_progress', retryAt: buyer.payment.retryAt },
  })
  expect((await purchaseOf(api, buyer)).status).toBe('pending_payment')
  await api.mpesa.ends(buyer.purchase, '1032')
  await api.runJobs()
  expect((await cancel()).status).toBe(200)
})

test('an answer that is lost keeps a second prompt back until its time is over; if both pay, one is owed back', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'unknown', text: 'no answer in time' })

  const lost = await pushes(api, buyer)
  expect(lost.body).toMatchObject({ status: 'pending', checkoutRequestId: null, nextStep: 'wait' })
  expect((await pushes(api, buyer)).body.code).toBe('payment_in_progress')
  await api.moveTo('2026-07-01T09:01:50Z')
  await api.runSweeps()
  expect((await pushes(api, buyer)).body.code).toBe('payment_in_progress')
  await api.moveTo('2026-07-01T09:02:10Z')
  await api.runSweeps()
  const status = (as = lost.body.paymentId) =>
    api.call(payments.getPaymentStatus, { as: buyer.token, params: { checkoutRequestId: as } })
  expect((await status()).body).toMatchObject({ status: 'expired', nextStep: 'may_have_paid' })
  expect((await status()).body.message).toContain(buyer.purchase.account)
  const second = await pushes(api, buyer)
  expect(second.status).toBe(201)
  expect(second.body.warning).toMatch(/pay twice/)
  expect((await pushes(api, buyer, { locale: 'sw' })).body.code).toBe('payment_in_progress')

  await api.mpesa.pays(buyer.purchase, { prompt: 0 })
  await api.mpesa.pays(buyer.purchase, { prompt: 1 })
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 3000 })
  expect((await attempts(api)).map(({ status }) => status)).toEqual(['paid', 'paid'])
  const told = api.mails.filter(({ subject }) => subject.includes('KSh 1,500')).map(({ to }) => to)
  expect(new Set(told)).toEqual(new Set([buyer.email, 'events@kncci.example']))
})

test('a prompt that is over in time, but of which nobody has asked, is asked about before the next one', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.moveTo('2026-07-01T09:02:30Z')

  const again = await pushes(api, buyer)
  expect(api.mpesa.queries).toEqual([buyer.payment.checkoutRequestId])
  expect(again.status).toBe(201)

  await api.moveTo('2026-07-01T09:05:00Z')
  api.mpesa.answersQueries('0')
  expect((await pushes(api, buyer)).body.code).toBe('purchase_closed')
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed' })
})
