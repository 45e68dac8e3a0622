import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import { purchaseId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { readNow } from '@event-sphere/kit/clock'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aPendingPurchase } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import { hashSecret } from '../../hash-secret.ts'
import { anotherPhone, aSale, attempts } from '../cast.ts'
import { openUntil, windowStart } from '../rules.ts'
import { insertPayment, listAttempts, listPaymentsOf } from '../store.ts'

/** Looks, waits until everybody has looked, and then acts: what happens when nothing holds the others back. */
function atTheSameMoment(howMany: number) {
  const everybody = Promise.withResolvers<void>()
  let arrived = 0
  return async () => {
    arrived += 1
    if (arrived === howMany) everybody.resolve()
    await everybody.promise
  }
}

async function insertAttempt(tx: Tx, forPurchase: PurchaseId, phone: string): Promise<void> {
  const now = await readNow(tx)
  const { rows } = await sql<{ organizationId: OrganizationId }>`
    select organization_id as "organizationId" from purchases where id = ${forPurchase}`.execute(tx)
  const [{ organizationId }] = rows as [{ organizationId: OrganizationId }]
  await insertPayment(tx, {
    organizationId,
    id: newUuid() as PaymentId,
    purchaseId: forPurchase,
    phone,
    amountCents: toCents(150_000),
    createdAt: now,
    openUntil: openUntil(now),
    hash: hashSecret(randomHex(16)),
    fingerprint: hashSecret('test'),
    holdUntil: now,
    payer: 'user test',
  })
}

/** Four who each see no open attempt, and open one. Answers with the walls that they ran into. */
async function openWithoutLock(api: TestApi, forPurchase: PurchaseId) {
  const look = atTheSameMoment(4)
  const open = () =>
    api.ctx.database.transaction(async (tx) => {
      expect(await listPaymentsOf(tx, forPurchase)).toEqual([])
      await look()
      await insertAttempt(tx, forPurchase, anotherPhone())
    })
  const ends = await Promise.allSettled([open(), open(), open(), open()])
  return ends.flatMap((end) => (end.status === 'rejected' ? [violatedConstraint(end.reason)] : []))
}

test('the last wall against a second open prompt is the table itself', async () => {
  const { api, summit } = await aSale()
  const { purchase } = await aPendingPurchase(api, summit)
  const walls = await openWithoutLock(api, z.decode(purchaseId, purchase.id))
  expect(walls).toEqual(Array(3).fill('one_open_payment'))
  expect(await attempts(api)).toHaveLength(1)
})

test('control: without lock and wall one purchase has four prompts', async () => {
  const { api, summit } = await aSale()
  const { purchase } = await aPendingPurchase(api, summit)
  await api.ctx.database.transaction(async (tx) => {
    await sql`drop index one_open_payment`.execute(tx)
  })
  expect(await openWithoutLock(api, z.decode(purchaseId, purchase.id))).toEqual([])
  expect(await attempts(api)).toHaveLength(4)
})

test('control: without the lock on a phone everybody counts before anybody rings', async () => {
  const { api, summit } = await aSale()
  const phone = anotherPhone()
  const buyers = []
  for (let at = 0; at < 5; at += 1) buyers.push(await aPendingPurchase(api, summit))
  const look = atTheSameMoment(buyers.length)

  await Promise.all(
    buyers.map(({ purchase }) =>
      api.ctx.database.transaction(async (tx) => {
        const asker = { phone, purchaseId: z.decode(purchaseId, purchase.id), payer: purchase.id }
        expect(await listAttempts(tx, asker, windowStart(await readNow(tx)))).toEqual([])
        await look()
        await insertAttempt(tx, z.decode(purchaseId, purchase.id), phone)
      }),
    ),
  )

  expect(await attempts(api)).toHaveLength(5)
})
