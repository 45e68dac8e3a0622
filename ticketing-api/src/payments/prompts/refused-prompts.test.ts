import * as payments from '@event-sphere/contract/payments'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../../cast/buyers.ts'
import { anotherPhone, aSale, attempts, pushes, refusedOnce } from '../cast.ts'

const tooMuch = { kind: 'refused', code: '429', text: 'too much', isBusy: true, isThrottled: true } as const

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
