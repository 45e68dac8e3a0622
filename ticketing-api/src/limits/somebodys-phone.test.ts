import { register } from '@event-sphere/contract/auth'
import { stkPush } from '@event-sphere/contract/payments'
import { expect, test } from 'vitest'
import { aCustomer, buys, isBack } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

const theirPhone = '0722000001'
let met = 0

async function setUp() {
  const api = await startApi()
  const many = { maxPerPerson: 10 }
  return { api, summit: await theSummit(api, { general: many, gala: { ...many, quantity: 400 } }) }
}

/** Somebody with a fresh account who asks that phone for a PIN; its owner turns it down. */
async function aStrangerRings(api: TestApi, summit: Summit, network: string) {
  met += 1
  const headers = { 'x-forwarded-for': network }
  const body = { email: `stranger${met}@example.com` }
  const as = (await api.call(register, { body, headers })).body.access_token
  const purchase = (await buys(api, summit, as, { general: 1, gala: 1 })).body
  const answer = await rings(api, { as, purchaseId: purchase.id, network })
  if (answer.status === 201) await api.mpesa.ends(purchase, '1032')
  await api.runJobs()
  return answer
}

const rings = (
  api: TestApi,
  { as, purchaseId, network }: { as: string; purchaseId: string; network: string },
) =>
  api.call(stkPush, {
    as,
    body: { purchaseId, phoneNumber: theirPhone },
    idempotencyKey: api.newKey(),
    headers: { 'x-forwarded-for': network },
  })

/** So long after the last ones that only the day's limits count. */
const later = (api: TestApi, nth: number) =>
  api.moveTo(new Date(Date.parse('2026-07-01T09:00:00Z') + nth * 11 * 60_000).toISOString())

test('accounts of one network leave prompts for the owner of a phone, who has never paid from it', async () => {
  const { api, summit } = await setUp()
  for (let nth = 1; nth <= 10; nth += 1) {
    await later(api, nth)
    await aStrangerRings(api, summit, '102.0.0.1')
  }
  expect(api.mpesa.prompts).toHaveLength(8)

  expect((await aStrangerRings(api, summit, '105.16.0.1')).status).toBe(201)
}, 90_000)

test('whoever has paid from a phone pays again, though strangers have used up what it rings for strangers', async () => {
  const { api, summit } = await setUp()
  const owner = await aCustomer(api)
  const ownerBuys = async (as: string) => {
    const { id, account } = (await buys(api, summit, as, { general: 1, gala: 1 })).body
    const answer = await rings(api, { as, purchaseId: id, network: '105.16.0.1' })
    if (answer.status === 201) await api.mpesa.pays({ account })
    await api.runJobs()
    return answer
  }
  expect((await ownerBuys(owner.token)).status).toBe(201)

  for (let nth = 1; nth <= 15; nth += 1) {
    // The last three come within ten minutes.
    await later(api, Math.min(nth, 9))
    await aStrangerRings(api, summit, `102.0.0.${nth}`)
  }
  expect(api.mpesa.prompts).toHaveLength(12)
  expect((await aStrangerRings(api, summit, '102.0.0.99')).body.code).toBe('rate_limited')

  expect((await ownerBuys(await isBack(api, owner.refreshToken))).status).toBe(201)
}, 90_000)
