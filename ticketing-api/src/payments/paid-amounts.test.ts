import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aPromptedPurchase, aSale, payBackMails, purchaseOf, pushes, verdicts } from './cast.ts'

test('less than was asked for issues nothing; the rest completes it', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  await api.mpesa.pays(buyer.purchase, { amount: '1499' })
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({
    status: 'pending_payment',
    paidAmount: 1499,
    tickets: [],
  })

  expect((await pushes(api, buyer, { amount: 1500 })).body.code).toBe('total_changed')
  expect((await pushes(api, buyer, { amount: 1 })).status).toBe(201)
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})

test('more than was asked for issues the tickets, and the rest is owed back', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)

  await api.mpesa.pays(buyer.purchase, { amount: '1501.00' })
  await api.runJobs()

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1501 })
  expect(payBackMails(api).map(({ text }) => text.includes('KSh 1 '))).toEqual([true, true])
  expect(await brokenPromises(api)).toEqual([])
})

test('an amount in quotes is an amount', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase, { amount: '"1500"' })
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})

test('garbage is kept as it came and not believed; Safaricom is asked, and what it says counts', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  const prompt = api.mpesa.promptOf(buyer.purchase)
  const garbage = ['0', '-1', '1e309', '1500.5', '250001', 'null', '{}', '"many"']

  for (const amount of garbage) await api.mpesa.pays(buyer.purchase, { amount })
  await api.mpesa.pays(buyer.purchase, { shortcode: '600000' })
  await api.mpesa.sends(prompt, '{"Body":')
  await api.runJobs()

  const odd = garbage.map(() => 'odd_amount')
  expect(await verdicts(api)).toEqual([...odd, 'wrong_shortcode', 'unreadable'])
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment', paidAmount: 0 })
  const { rows } = await sql<{ body: string }>`select body from callbacks where body like '%1e309%'`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toHaveLength(1)

  api.mpesa.answersQueries('0')
  await api.runSweeps()
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
  expect(await brokenPromises(api)).toEqual([])
})
