import * as auth from '@event-sphere/contract/auth'
import { listMatters } from '@event-sphere/contract/matters'
import { stkPush } from '@event-sphere/contract/payments'
import { expect, test } from 'vitest'
import { password } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'
import type { Summit } from '../cast/summit.ts'
import { buys, from, patience, registers, setUp } from './cast.ts'

async function owesMoney(api: TestApi, summit: Summit, network: string) {
  const { as } = await registers(api, network)
  const { body } = await buys(api, summit, { as, network }, { general: 1, gala: 1 })
  return { as, purchaseId: body.id, purchase: body }
}

const rings = (
  api: TestApi,
  { as, purchaseId }: { as: string; purchaseId: string },
  { phoneNumber, network, browser }: { phoneNumber: string; network: string; browser?: string },
) =>
  api.call(stkPush, {
    as,
    body: { purchaseId, phoneNumber },
    idempotencyKey: api.newKey(),
    ...from(network, browser),
  })

const phone = (at: number) => `07120000${String(at).padStart(2, '0')}`

test(
  'sixty phones do not ring for sixty fresh accounts of one network, and few ring for one browser or one account',
  async () => {
    const { api, summit } = await setUp()
    const network = '41.90.64.7'
    const crowd: Awaited<ReturnType<typeof owesMoney>>[] = []
    for (let at = 0; at < 60; at += 1) crowd.push(await owesMoney(api, summit, `105.16.0.${at}`))

    const browser = 'one-browser-of-many-accounts'
    for (const [at, one] of crowd.slice(0, 10).entries())
      await rings(api, one, { phoneNumber: phone(at), network: `102.0.0.${at}`, browser })
    expect(api.mpesa.prompts).toHaveLength(6)
    for (const [at, one] of crowd.slice(10).entries())
      await rings(api, one, { phoneNumber: phone(at + 10), network })
    expect(api.mpesa.prompts.length - 6).toBeLessThanOrEqual(35)

    const [, last] = crowd.slice(-2)
    if (!last) throw new Error('there is a crowd')
    const refused = await rings(api, last, { phoneNumber: phone(59), network })
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    expect(refused.body).toHaveProperty('retryAt')
  },
  patience,
)

test('a budget of prompts that is used up is put before a person, once, and names no whole phone', async () => {
  const { api, summit } = await setUp()
  const one = await owesMoney(api, summit, '105.16.1.1')
  for (let at = 0; at < 6; at += 1) {
    await rings(api, one, { phoneNumber: phone(at), network: `105.17.${at}.1` })
    if (at < 5) await api.mpesa.ends(one.purchase, '1032')
    await api.runJobs()
  }
  const phoneNumber = '0722000001'
  for (let at = 0; at < 14; at += 1) {
    await api.moveTo(`2026-07-01T${String(10 + at).padStart(2, '0')}:00:00Z`)
    await rings(api, await owesMoney(api, summit, `102.0.0.${at}`), { phoneNumber, network: `102.0.0.${at}` })
  }

  const signsIn = async (email: string) =>
    (await api.call(auth.login, { body: { email, password } })).body.access_token
  const platform = await signsIn('platform@example.com')
  const { items } = (await api.call(listMatters, { as: platform })).body
  const user = expect.stringMatching(/^user_/)
  expect(items.map(({ kind, subject, subjectId, facts }) => [kind, subject, subjectId, facts.limit])).toEqual(
    [
      ['prompts_used_up', 'phone', '+2547•••••001', 'prompt.phone'],
      ['prompts_used_up', 'user', user, 'prompt.account'],
    ],
  )
  const inSwahili = await api.call(listMatters, { as: platform, locale: 'sw' })
  expect(inSwahili.body.items[0]).toMatchObject({ title: 'Maombi ya PIN ya M-Pesa yamefika kikomo' })
  expect((await api.call(listMatters, { as: await signsIn('admin@kncci.example') })).body.items).toEqual([])
}, 90_000)

test('a family of five buys on one phone', async () => {
  const { api, summit } = await setUp()
  const network = '102.5.6.7'
  for (let member = 0; member < 5; member += 1) {
    await api.moveTo(`2026-07-01T10:${String(member * 11).padStart(2, '0')}:00Z`)
    const { as, purchaseId } = await owesMoney(api, summit, network)
    const asked = await rings(api, { as, purchaseId }, { phoneNumber: '0712345678', network })
    expect(asked.status).toBe(201)
  }
  expect(api.mpesa.prompts).toHaveLength(5)
})

test(
  'a company of thirty behind one address registers, free and for the gala, and is asked for its PINs',
  async () => {
    const { api, summit } = await setUp()
    const network = '197.232.1.1'
    for (let at = 0; at < 30; at += 1) {
      const one = await owesMoney(api, summit, network)
      const asked = await rings(api, one, {
        phoneNumber: phone(at),
        network,
        browser: `browser-of-colleague-${at}`,
      })
      expect(asked.status).toBe(201)
    }
    expect(api.mpesa.prompts).toHaveLength(30)
  },
  patience,
)
