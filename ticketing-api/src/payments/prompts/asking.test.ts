import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { isBack } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { aPromptedPurchase, aSale, attempts, promptedPurchases, purchaseOf, pushes } from '../cast.ts'
import { askAboutDue } from './ask-about-due.ts'

const start = Date.parse('2026-07-01T09:00:00Z')
/** So long after the prompt; making the cast takes some seconds of the same clock. */
const later = (api: TestApi, { payment }: { payment: { promptedAt: string } }, seconds: number) =>
  api.moveTo(new Date(Date.parse(payment.promptedAt) + seconds * 1000).toISOString())

test('a callback that is lost is found by asking, within two minutes', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.runSweeps()
  expect(api.mpesa.queries).toEqual([])

  await later(api, buyer, 16)
  await api.runSweeps()
  expect(api.mpesa.queries).toEqual([buyer.payment.checkoutRequestId])
  expect(await attempts(api)).toMatchObject([{ status: 'prompted', resultCode: '4999' }])

  api.mpesa.answersQueries('0')
  await later(api, buyer, 26)
  await api.runSweeps()
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await attempts(api)).toMatchObject([{ status: 'paid', paidCents: 150_000, receipt: null }])
  await later(api, buyer, 500)
  await api.runSweeps()
  expect(api.mpesa.queries).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

test('the receipt of a payment that was found by asking comes with the callback', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries('0')
  await later(api, buyer, 16)
  await api.runSweeps()

  await api.mpesa.pays(buyer.purchase, { receipt: 'UG1ABC2345', amount: '1502.00' })
  await api.runJobs()

  expect(await attempts(api)).toMatchObject([{ status: 'paid', paidCents: 150_200, receipt: 'UG1ABC2345' }])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1502 })
  expect((await purchaseOf(api, buyer)).tickets).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

test('asked six times in two minutes and then every five; in flight is never a failure, and success still counts', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries(() => ({ kind: 'no_answer', text: 'error 500.001.1001' }))

  for (const seconds of [16, 26, 41, 61, 91]) {
    await later(api, buyer, seconds)
    await api.runSweeps()
    expect((await attempts(api))[0]?.status).toBe('prompted')
  }
  await later(api, buyer, 121)
  await api.runSweeps()
  expect((await attempts(api))[0]?.status).toBe('expired')
  expect(api.mpesa.queries).toHaveLength(6)
  await later(api, buyer, 300)
  await api.runSweeps()
  expect(api.mpesa.queries).toHaveLength(6)

  api.mpesa.answersQueries('0')
  await later(api, buyer, 430)
  await api.runSweeps()
  expect(api.mpesa.queries).toHaveLength(7)
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('before a phone is asked again, Safaricom is asked about what nobody has decided', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries(() => ({ kind: 'no_answer', text: 'no connection (ECONNREFUSED)' }))
  await later(api, buyer, 121)
  await api.runSweeps()
  expect((await attempts(api))[0]?.status).toBe('expired')

  api.mpesa.answersQueries('0')
  expect((await pushes(api, buyer)).body.code).toBe('purchase_closed')

  expect(api.mpesa.prompts).toHaveLength(1)
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('what Safaricom cannot decide even then keeps nobody from asking again, with a warning', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries(() => ({ kind: 'no_answer', text: 'error 500.001.1001' }))
  await later(api, buyer, 121)
  await api.runSweeps()

  const again = await pushes(api, buyer)

  expect(again.body).toMatchObject({ status: 'pending', warning: expect.stringMatching(/pay twice/) })
  expect(api.mpesa.prompts).toHaveLength(2)
})

test('after a day a person has to look, and nobody asks any more', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await later(api, buyer, 24 * 3600 - 100)
  await api.runSweeps()
  await later(api, buyer, 30 * 3600)
  await api.runSweeps()
  expect(api.mpesa.queries).toHaveLength(1)
})

test('a failure that is found by asking makes room for another prompt at once', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries('1032')
  await later(api, buyer, 16)
  await api.runSweeps()
  expect(await attempts(api)).toMatchObject([{ status: 'failed', resultCode: '1032' }])
  expect((await pushes(api, buyer)).status).toBe(201)
})

test('a failure that a query tells is asked about once more, as the callback that says otherwise can be lost', async () => {
  const { api, summit } = await aSale()
  const [late, failed] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  api.mpesa.answersQueries('1037')
  await later(api, failed, 16)
  await api.runSweeps()
  expect(await attempts(api)).toMatchObject([{ status: 'failed' }, { status: 'failed' }])

  api.mpesa.answersQueries((id) =>
    id === late.payment.checkoutRequestId
      ? { kind: 'result', resultCode: '0', resultText: 'processed' }
      : { kind: 'result', resultCode: '1037', resultText: 'no answer' },
  )
  await later(api, failed, 330)
  await api.runSweeps()
  await api.runJobs()
  expect(await purchaseOf(api, late)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await purchaseOf(api, failed)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })

  await later(api, failed, 3600)
  await api.runSweeps()
  const asked = api.mpesa.queries.filter((id) => id === failed.payment.checkoutRequestId)
  expect(asked).toHaveLength(2)
  expect(await brokenPromises(api)).toEqual([])
})

test('two workers at once ask each question once', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 5)
  await api.moveTo(new Date(start + 90_000).toISOString())

  await Promise.all(Array.from({ length: 4 }, () => askAboutDue(api.ctx)))

  expect(api.mpesa.queries).toHaveLength(buyers.length)
  expect(new Set(api.mpesa.queries)).toEqual(new Set(buyers.map(({ payment }) => payment.checkoutRequestId)))
})

test('one answer that breaks keeps nobody else from theirs', async () => {
  const { api, summit } = await aSale()
  const [one, two] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  api.mpesa.answersQueries((id) => {
    if (id === one.payment.checkoutRequestId) throw new Error('the wire broke')
    return { kind: 'result', resultCode: '0', resultText: '' }
  })
  await api.moveTo(new Date(start + 90_000).toISOString())
  await api.runSweeps()
  expect(await purchaseOf(api, one)).toMatchObject({ status: 'pending_payment' })
  expect(await purchaseOf(api, two)).toMatchObject({ status: 'completed' })
})

test('callback and query at the same moment are one payment', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  api.mpesa.answersQueries('0')
  await later(api, buyer, 16)
  await api.mpesa.pays(buyer.purchase, { receipt: 'UG1ABC2345' })

  await Promise.all([api.runJobs(), api.runSweeps()])

  expect(await attempts(api)).toMatchObject([{ status: 'paid', paidCents: 150_000, receipt: 'UG1ABC2345' }])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('a success that is found long after the hold is tickets where there are seats', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await later(api, buyer, 3 * 3600)
  api.mpesa.answersQueries('0')
  await api.runSweeps()
  await api.runJobs()
  const back = { ...buyer, token: await isBack(api, buyer.refreshToken) }
  expect(await purchaseOf(api, back)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})
