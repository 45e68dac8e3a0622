import { expect, test } from 'vitest'
import { aPendingPurchase } from '../../cast/buyers.ts'
import { anotherPhone, aSale, pushes, refusedOnce } from '../cast.ts'

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
