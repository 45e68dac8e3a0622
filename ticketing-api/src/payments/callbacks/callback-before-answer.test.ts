import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { afterEveryRequest, aPromptedPurchase, aSale, purchaseOf, pushes, verdicts } from '../cast.ts'
import { findPaymentOfPrompt } from '../store.ts'

test('a callback that overtakes our own answer is parked, and settled as soon as that is here', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt(async (prompt) => {
    await api.mpesa.pays(buyer.purchase)
    await api.runJobs()
    expect(await verdicts(api)).toEqual([null])
    return prompt.accepted
  })

  await pushes(api, buyer)
  await api.runJobs()

  expect(await verdicts(api)).toEqual(['paid'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('the callback of an attempt whose answer was lost is matched by its address alone', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'unknown', text: 'no answer in time' })
  await pushes(api, buyer)

  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  const { checkoutRequestId } = api.mpesa.promptOf(buyer.purchase)
  expect(await findPaymentOfPrompt(api.ctx.database.reader, checkoutRequestId)).toMatchObject({
    status: 'paid',
  })
})

test('a process that dies before it wrote its answer down loses no callback', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  await pushes(api, buyer)
  // As if the second transaction had never been.
  await forgetAnswer(api)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await verdicts(api)).toEqual([null])

  await afterEveryRequest(api)
  await api.runSweeps()

  expect(await verdicts(api)).toEqual(['paid'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('with a lost answer, the ids of another payment are not adopted', async () => {
  const { api, summit } = await aSale()
  const other = await aPromptedPurchase(api, summit)
  const { merchantRequestId, checkoutRequestId } = api.mpesa.promptOf(other.purchase)
  const buyer = await aPendingPurchase(api, summit)
  api.mpesa.answersNextPrompt({ kind: 'unknown', text: 'no answer in time' })
  await pushes(api, buyer)

  await api.mpesa.pays(buyer.purchase, { merchantRequestId, checkoutRequestId })
  await api.runJobs()

  expect(await verdicts(api)).toEqual(['wrong_ids'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })
})

async function forgetAnswer(api: TestApi) {
  await api.ctx.database.transaction(async (tx) => {
    await sql`
      update payments set status = 'created', merchant_request_id = null, checkout_request_id = null,
        answered_at = null, next_query_at = null`.execute(tx)
  })
}
