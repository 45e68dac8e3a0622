import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../../cast/buyers.ts'
import { aSale, attempts, purchaseOf, pushes } from '../cast.ts'

test('what Safaricom answers is kept even if the limits cannot be written: who pays has tickets at once', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPendingPurchase(api, summit)
  const { reader } = api.ctx.database
  await sql`
    create function fail() returns trigger language plpgsql as $$ begin raise exception 'no limits'; end $$`.execute(
    reader,
  )
  api.mpesa.answersNextPrompt(async ({ accepted }) => {
    await sql`
      create trigger broken before insert or update on limit_counters for each row execute function fail()`.execute(
      reader,
    )
    return accepted
  })
  const key = api.newKey()
  const asked = { phoneNumber: '+254712345678', key }

  expect((await pushes(api, buyer, asked)).status).toBe(500)

  await sql`drop trigger broken on limit_counters`.execute(reader)
  expect(await attempts(api)).toMatchObject([{ status: 'prompted' }])
  expect((await pushes(api, buyer, asked)).body.status).toBe('pending')
  await api.mpesa.pays(buyer.purchase)
  await api.runJobs()
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed', paidAmount: 1500 })
})
