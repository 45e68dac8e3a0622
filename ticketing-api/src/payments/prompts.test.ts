import { addToCart, checkout } from '@event-sphere/contract/cart'
import * as payments from '@event-sphere/contract/payments'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { purchaseId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aCustomer, aPendingPurchase, buys, isBack } from '../cast/buyers.ts'
import { anotherPhone, aPromptedPurchase, aSale, attempts, purchaseOf, pushes } from './cast.ts'

test('a prompt goes to the phone, over what is owed, with an address that only Safaricom learns', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)

  const { status, body } = await pushes(api, buyer, { phoneNumber: '0712 345 678', amount: 1500 })

  expect(status).toBe(201)
  expect(body).toMatchObject({
    purchaseId: buyer.purchase.id,
    status: 'pending',
    purchaseStatus: 'pending_payment',
    resultCode: null,
    nextStep: 'wait',
    retryAt: expect.stringMatching(/^2026-07-01T09:02/),
    amount: 1500,
    currency: 'KES',
    phoneMasked: '+2547•••••678',
    receipt: null,
  })
  const [prompt] = api.mpesa.prompts
  expect(prompt).toMatchObject({
    phone: '254712345678',
    amountShillings: 1500,
    account: buyer.purchase.account,
  })
  expect(body.checkoutRequestId).toBe(prompt?.checkoutRequestId)
  expect(prompt?.callbackUrl).toMatch(/\/api\/payments\/callbacks\/[0-9a-f]{64}$/)
  // Safaricom refuses addresses with these words in them.
  expect(new URL(prompt?.callbackUrl ?? '').pathname).not.toMatch(/mpesa|safaricom|exe|cmd|sql|query/i)
})

test('the same key is the same prompt, and another body under it is refused', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const asked = { key: api.newKey(), phoneNumber: anotherPhone() }

  const first = await pushes(api, buyer, asked)
  const second = await pushes(api, buyer, asked)
  const other = await pushes(api, buyer, { ...asked, phoneNumber: anotherPhone() })

  expect(second.status).toBe(201)
  expect(second.body.paymentId).toBe(first.body.paymentId)
  expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true'])
  expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  expect(api.mpesa.prompts).toHaveLength(1)
})

test('twenty requests at once with one key are one prompt', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const asked = { key: api.newKey(), phoneNumber: anotherPhone() }

  const answers = await Promise.all(Array.from({ length: 20 }, () => pushes(api, buyer, asked)))

  const ends = new Set(answers.map(({ status, body }) => body.code ?? `${status} ${body.paymentId}`))
  expect([...ends].filter((end) => end !== 'idempotency_key_in_use')).toHaveLength(1)
  expect(api.mpesa.prompts).toHaveLength(1)
})

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

test('a phone is prompted three times in ten minutes, whoever asks', async () => {
  const { api, summit } = await aSale()
  const phoneNumber = anotherPhone()
  const buyers = []
  for (let at = 0; at < 4; at += 1) buyers.push(await aPendingPurchase(api, summit))
  const [, , , last] = buyers
  for (const buyer of buyers.slice(0, 3)) {
    expect((await pushes(api, buyer, { phoneNumber })).status).toBe(201)
    await api.mpesa.ends(buyer.purchase, '1032')
    await api.runJobs()
  }

  expect(last && (await pushes(api, last, { phoneNumber })).body.code).toBe('rate_limited')
  expect(api.mpesa.prompts).toHaveLength(3)
  await api.moveTo('2026-07-01T09:11:00Z')
  expect(last && (await pushes(api, last, { phoneNumber })).status).toBe(201)
})

test('a purchase has five prompts, and what M-Pesa turned away at once is none', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const busy = { kind: 'refused', code: '500.003.02', text: 'spike arrest', isBusy: true } as const
  api.mpesa.answersNextPrompt(busy)
  expect((await pushes(api, buyer)).body.code).toBe('payment_provider_refused')
  for (let at = 0; at < 5; at += 1) {
    const phoneNumber = at % 2 ? '0712345678' : '0712345679'
    expect((await pushes(api, buyer, { phoneNumber })).status).toBe(201)
    await api.mpesa.ends(buyer.purchase, '1032')
    await api.runJobs()
  }
  const sixth = await pushes(api, buyer, { phoneNumber: '0712345678' })
  expect(sixth).toMatchObject({
    status: 429,
    body: { code: 'rate_limited', retryAt: expect.stringMatching(/^2026-07-01T09:1/) },
  })
})

const refusedOnce = { kind: 'refused', code: 'unreachable', text: 'no connection', isBusy: true } as const
const tooMuch = { kind: 'refused', code: '429', text: 'too much', isBusy: true, isThrottled: true } as const

test('what M-Pesa turns away counts as well, more widely, and the answer says until when', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const answers = []
  for (let at = 0; at < 40; at += 1) {
    api.mpesa.answersNextPrompt(refusedOnce)
    answers.push(await pushes(api, buyer))
  }
  expect(api.mpesa.prompts).toHaveLength(10)
  expect(answers.slice(10).map(({ status }) => status)).toEqual(Array(30).fill(429))
  expect(answers.at(-1)?.body).toMatchObject({ retryAt: expect.stringMatching(/^2026-07-01T09:1/) })
})

test('one payer has twenty attempts in ten minutes, over all purchases and phones; another has their own', async () => {
  const { api, summit } = await aSale()
  const customer = await aCustomer(api)
  for (let nth = 0; nth < 2; nth += 1) {
    const { body: purchase } = await buys(api, summit, customer.token, { general: 1, gala: 1 })
    for (let at = 0; at < 10; at += 1) {
      api.mpesa.answersNextPrompt(refusedOnce)
      expect((await pushes(api, { ...customer, purchase })).body.code).toBe('payment_provider_refused')
    }
    await api.call(cancelPurchase, { as: customer.token, params: { id: purchase.id } })
  }
  const { body: purchase } = await buys(api, summit, customer.token, { general: 1, gala: 1 })
  expect((await pushes(api, { ...customer, purchase })).body.code).toBe('rate_limited')
  expect(api.mpesa.prompts).toHaveLength(20)
  api.mpesa.answersNextPrompt(refusedOnce)
  expect((await pushes(api, await aPendingPurchase(api, summit))).body.code).toBe('payment_provider_refused')
})

test('when Safaricom has too much, nobody asks it until the time that everybody is told', async () => {
  const { api, summit } = await aSale()
  const [first, second] = [await aPendingPurchase(api, summit), await aPendingPurchase(api, summit)]
  api.mpesa.answersNextPrompt(tooMuch)
  const refused = await pushes(api, first)
  expect(refused).toMatchObject({ status: 502, body: { code: 'payment_provider_refused' } })
  const { retryAt = '' } = refused.body as { retryAt?: string }

  const waiting = await pushes(api, second)
  expect(waiting).toMatchObject({ status: 502, body: { code: 'payment_provider_refused', retryAt } })
  expect(api.mpesa.prompts).toHaveLength(1)
  expect(await attempts(api)).toHaveLength(1)

  await api.moveTo(new Date(Date.parse(retryAt) + 1000).toISOString())
  expect((await pushes(api, second)).status).toBe(201)
})

test('a request that was refused before anything happened may go out anew under its key, from when it was told', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const asked = { key: api.newKey(), phoneNumber: anotherPhone() }
  api.mpesa.answersNextPrompt(refusedOnce)
  const refused = await pushes(api, buyer, asked)
  const { retryAt = '' } = refused.body as { retryAt?: string }
  expect(Date.parse(retryAt)).toBeGreaterThan(Date.parse('2026-07-01T09:01:00Z'))

  expect((await pushes(api, buyer, asked)).body).toMatchObject({ code: 'payment_provider_refused', retryAt })
  expect(api.mpesa.prompts).toHaveLength(1)
  await api.moveTo(new Date(Date.parse(retryAt) + 1000).toISOString())
  const sent = await pushes(api, buyer, asked)
  expect(sent.status).toBe(201)
  expect(await pushes(api, buyer, asked)).toMatchObject({ body: { paymentId: sent.body.paymentId } })
  expect(api.mpesa.prompts).toHaveLength(2)
})

test('what the gateway calls a refusal is not Safaricom’s result code', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const refusals = [
    { ...refusedOnce, code: 'response 1' },
    { ...refusedOnce, code: 'phone' },
  ]
  for (const refusal of refusals) {
    api.mpesa.answersNextPrompt(refusal)
    await pushes(api, buyer)
  }
  const { body } = await api.call(payments.listPurchasePayments, {
    as: buyer.token,
    params: { id: buyer.purchase.id },
  })
  expect(body.items.map(({ resultCode }) => resultCode)).toEqual([null, null])
  expect(body.items.map(({ message }) => message)).toEqual([
    expect.stringMatching(/does not know this number/),
    expect.stringMatching(/did not take the request/),
  ])
})

test('seats that are gone already take no prompt', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  await api.moveTo(new Date(Date.parse(buyer.purchase.expiresAt ?? '') - 30_000).toISOString())
  await api.ctx.database.transaction(async (tx) => {
    await sql`delete from holds where id = ${z.decode(purchaseId, buyer.purchase.id)}`.execute(tx)
  })
  const back = { ...buyer, token: await isBack(api, buyer.refreshToken) }
  expect((await pushes(api, back)).body.code).toBe('purchase_closed')
  expect(api.mpesa.prompts).toEqual([])
  expect(await attempts(api)).toEqual([])
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

test('what stands in the way is told, and nothing is asked of M-Pesa', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const stranger = { ...(await aCustomer(api)), purchase: buyer.purchase }
  const codeOf = async (asked: Promise<{ status: number; body: { code?: string } }>) => {
    const { status, body } = await asked
    return `${status} ${body.code}`
  }

  expect(await codeOf(pushes(api, stranger))).toBe('404 not_found')
  expect(await codeOf(pushes(api, { ...buyer, token: api.admin }))).toBe('404 not_found')
  expect(await codeOf(pushes(api, { ...buyer, token: api.key }))).toBe('404 not_found')
  for (const phoneNumber of ['12345', '+255712345678', '0203 123 456', 'my phone'])
    expect(await codeOf(pushes(api, buyer, { phoneNumber }))).toBe('422 phone_invalid')
  const changed = await pushes(api, buyer, { amount: 1 })
  expect([changed.status, changed.body.code, (changed.body as { totalAmount?: number }).totalAmount]).toEqual(
    [422, 'total_changed', 1500],
  )
  expect(await codeOf(pushes(api, buyer, { key: 'short' }))).toBe('400 idempotency_key_missing')
  expect(await codeOf(api.call(payments.stkPush, { idempotencyKey: api.newKey(), body: {} }))).toBe(
    '401 unauthenticated',
  )
  for (const body of [
    {},
    { purchaseId: buyer.purchase.id },
    { purchaseId: 'purchase_1', phoneNumber: 'x' },
    [],
  ])
    expect(
      await codeOf(api.call(payments.stkPush, { as: buyer.token, idempotencyKey: api.newKey(), body })),
    ).toBe('400 invalid_request')
  expect(api.mpesa.prompts).toEqual([])
  expect(await attempts(api)).toEqual([])
})

test('a closed purchase takes no prompt', async () => {
  const { api, summit } = await aSale()
  const [cancelled, lapsed] = [await aPendingPurchase(api, summit), await aPendingPurchase(api, summit)]
  await api.call(cancelPurchase, { as: cancelled.token, params: { id: cancelled.purchase.id } })
  expect((await pushes(api, cancelled)).body.code).toBe('purchase_closed')

  await api.moveTo(new Date(Date.parse(lapsed.purchase.expiresAt ?? '') + 1000).toISOString())
  const back = { ...lapsed, token: await isBack(api, lapsed.refreshToken) }
  expect((await pushes(api, back)).body.code).toBe('purchase_closed')
})

test('a subscriber who is busy is an answer with the time to try again', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({
    kind: 'refused',
    code: '1001',
    text: 'Unable to lock subscriber',
    isBusy: true,
  })

  const { status, body } = await pushes(api, buyer)

  expect(status).toBe(201)
  expect(body).toMatchObject({
    status: 'failed',
    resultCode: '1001',
    nextStep: 'try_again',
    checkoutRequestId: null,
  })
  expect(Date.parse(body.retryAt ?? '') - Date.parse(body.promptedAt)).toBeGreaterThanOrEqual(60_000)
  expect((await pushes(api, buyer)).status).toBe(201)
})

test('a number that M-Pesa does not take is the number’s fault; a wrong setting is not the buyer’s', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'refused', code: 'phone', text: 'Invalid PhoneNumber', isBusy: false })
  expect((await pushes(api, buyer)).body.code).toBe('phone_invalid')

  const key = api.newKey()
  const phoneNumber = anotherPhone()
  api.mpesa.answersNextPrompt({
    kind: 'refused',
    code: 'merchant',
    text: 'Merchant does not exist',
    isBusy: false,
  })
  for (const _ of ['first', 'the same key again']) {
    const refused = await pushes(api, buyer, { key, phoneNumber })
    expect([refused.status, refused.body.code]).toEqual([502, 'payment_provider_refused'])
  }
  expect(api.mpesa.prompts).toHaveLength(2)
})

test('R29: an answer that is lost keeps a second prompt back until its time is over; if both pay, one is owed back', async () => {
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

test('checkout with a phone number prompts in the same call', async () => {
  const { api, summit } = await aSale()
  const { token: as } = await aCustomer(api)
  for (const ticketTypeId of [summit.general, summit.gala])
    await api.call(addToCart, { as, body: { ticketTypeId, quantity: 1 } })
  const body = { totalAmount: 1500, phoneNumber: '0712345678' }
  const bought = await api.call(checkout, { as, body, idempotencyKey: api.newKey() })
  expect(bought.body.paymentInstructions?.checkoutRequestId).toBe(api.mpesa.prompts[0]?.checkoutRequestId)
})
