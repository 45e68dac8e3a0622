import { expect, test } from 'vitest'
import { brokenPromises } from '../../cast/broken-promises.ts'
import { aPromptedPurchase, aSale, attempts, payBackMails, purchaseOf, verdicts } from '../cast.ts'

test('a callback turns the money into tickets', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  expect(await api.mpesa.pays(buyer.purchase, { receipt: 'UG1ABC2345' })).toEqual([200])
  await api.runJobs()

  const bought = await purchaseOf(api, buyer)
  expect(bought).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(bought.tickets).toHaveLength(2)
  expect(await attempts(api)).toMatchObject([{ status: 'paid', paidCents: 150_000, receipt: 'UG1ABC2345' }])
  expect(payBackMails(api)).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
})

test('success wins over a failure before it, and Safaricom is asked again; nothing after it takes it back', async () => {
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
