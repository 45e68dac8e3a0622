import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import {
  afterEveryRequest,
  aPromptedPurchase,
  aSale,
  keptCallbacks,
  promptedPurchases,
  purchaseOf,
  verdicts,
} from '../cast.ts'
import { judgeForgotten } from './judge-forgotten.ts'
import { judgeWaiting } from './judge-waiting.ts'

test('a forgotten callback that cannot be judged holds up none behind it', async () => {
  const { api, summit } = await aSale()
  const [stuck, next] = [await aPromptedPurchase(api, summit), await aPromptedPurchase(api, summit)]
  await api.mpesa.pays(stuck.purchase)
  await api.mpesa.pays(next.purchase)
  await afterEveryRequest(api)
  const lockedElsewhere = Promise.withResolvers<void>()
  const judged = Promise.withResolvers<void>()
  const holder = api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from purchases where account = ${stuck.purchase.account} for update`.execute(tx)
    lockedElsewhere.resolve()
    await judged.promise
  })
  await lockedElsewhere.promise

  await judgeForgotten(api.ctx)
  judged.resolve()
  await holder

  expect(await purchaseOf(api, next)).toMatchObject({ status: 'completed' })
  expect(await purchaseOf(api, stuck)).toMatchObject({ status: 'pending_payment' })
}, 60_000)

test('a hundred forgotten callbacks that nobody can judge keep no later one waiting', async () => {
  const { api, summit } = await aSale()
  await sql`
    insert into callbacks (id, token_hash, body, source, received_at)
    select uuidv7(), sha256(n::text::bytea), '{}', '127.0.0.1', clock.now() - interval '1 minute'
    from generate_series(1, 100) n`.execute(api.ctx.database.reader)
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase)

  await api.moveTo('2026-07-01T09:02:00Z')
  await judgeForgotten(api.ctx)
  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'pending_payment' })
  await judgeForgotten(api.ctx)

  expect(await purchaseOf(api, buyer)).toMatchObject({ status: 'completed' })
})

test('whoever judges one callback judges those that wait beside it', async () => {
  const { api, summit } = await aSale()
  const buyers = await promptedPurchases(api, summit, 3)
  for (const { purchase } of buyers) await api.mpesa.pays(purchase)
  const [one] = await keptCallbacks(api)
  if (one) await judgeWaiting(api.ctx, one)
  expect(await verdicts(api)).toEqual(['paid', 'paid', 'paid'])
})
