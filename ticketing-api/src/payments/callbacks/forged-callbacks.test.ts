import { expect, test } from 'vitest'
import { aPromptedPurchase, aSale, purchaseOf, verdicts } from '../cast.ts'

test('whatever a stranger sends is answered the same, and settles nothing', async () => {
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

test('the right address with the wrong ids is not believed', async () => {
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
