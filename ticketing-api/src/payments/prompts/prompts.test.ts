import { addToCart, checkout } from '@event-sphere/contract/cart'
import * as payments from '@event-sphere/contract/payments'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { purchaseId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aCustomer, aPendingPurchase, isBack } from '../../cast/buyers.ts'
import { aSale, attempts, pushes } from '../cast.ts'

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

test('checkout with a phone number prompts in the same call', async () => {
  const { api, summit } = await aSale()
  const { token: as } = await aCustomer(api)
  for (const ticketTypeId of [summit.general, summit.gala])
    await api.call(addToCart, { as, body: { ticketTypeId, quantity: 1 } })
  const body = { totalAmount: 1500, phoneNumber: '0712345678' }
  const bought = await api.call(checkout, { as, body, idempotencyKey: api.newKey() })
  expect(bought.body.paymentInstructions?.checkoutRequestId).toBe(api.mpesa.prompts[0]?.checkoutRequestId)
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

test('a closed purchase takes no prompt', async () => {
  const { api, summit } = await aSale()
  const [cancelled, lapsed] = [await aPendingPurchase(api, summit), await aPendingPurchase(api, summit)]
  await api.call(cancelPurchase, { as: cancelled.token, params: { id: cancelled.purchase.id } })
  expect((await pushes(api, cancelled)).body.code).toBe('purchase_closed')

  await api.moveTo(new Date(Date.parse(lapsed.purchase.expiresAt ?? '') + 1000).toISOString())
  const back = { ...lapsed, token: await isBack(api, lapsed.refreshToken) }
  expect((await pushes(api, back)).body.code).toBe('purchase_closed')
})
