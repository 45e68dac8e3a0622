import { cancelPurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { aCustomer, aPendingPurchase, buys } from '../../cast/buyers.ts'
import { anotherPhone, aSale, pushes, refusedOnce } from '../cast.ts'

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
