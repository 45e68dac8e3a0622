import type { OrganizationId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, onTestFinished, test } from 'vitest'
import { anOldInstallation } from '../../cast/old-installation.ts'
import { startApi, type TestApi } from '../../cast/start-api.ts'
import { hashSecret } from '../../hash-secret.ts'
import { aSale, promptedPurchases } from '../cast.ts'
import type { AddressKind } from './address-kind.ts'
import { insertAddress } from './address-store.ts'
import type { CallbackJudge } from './callback-judge.ts'
import { judgeTogether } from './judge-together.ts'
import { kinds } from './kinds.ts'
import { markJudged } from './store.ts'

const openAddress = (api: TestApi, kind: string, token: string) =>
  api.ctx.database.transaction(async (tx) => {
    const { rows } = await sql<{ id: OrganizationId }>`select id from organizations limit 1`.execute(tx)
    const [{ id: organizationId }] = rows as [{ id: OrganizationId }]
    const tokenHash = hashSecret(token)
    await insertAddress(tx, { organizationId, tokenHash, kind: kind as AddressKind, subjectId: newUuid() })
  })

test('an address is of a kind that has a judge, and of no other', async () => {
  const api = await startApi()
  for (const kind of Object.keys(kinds)) await openAddress(api, kind, kind)
  const refused = await openAddress(api, 'pigeon', 'pigeon').catch(violatedConstraint)
  expect(refused).toBe('callback_addresses_kind_check')
})

test('a prompt has one address', async () => {
  const { api, summit } = await aSale()
  await promptedPurchases(api, summit, 1)
  const again = sql`
    insert into callback_addresses (organization_id, token_hash, kind, subject_id)
    select organization_id, 'another', kind, subject_id from callback_addresses`.execute(
    api.ctx.database.reader,
  )
  expect(await again.catch(violatedConstraint)).toBe('one_address_a_prompt')
})

/** A kind that only this test knows: it believes everything. */
function aKind(name: string): void {
  const all = kinds as Record<string, CallbackJudge>
  all[name] = {
    judge: async (_ctx, tx, callbacks) => {
      await markJudged(
        tx,
        callbacks.map(({ id }) => ({ id, verdict: 'known' })),
      )
      return []
    },
    walls: {},
    turnDown: async () => {},
  }
  onTestFinished(() => {
    delete all[name]
  })
}

test('callbacks that wait together are judged by the judge of their kind, each kind in a transaction of its own', async () => {
  const { api, summit } = await aSale()
  aKind('pigeon')
  await sql`alter table callback_addresses drop constraint callback_addresses_kind_check`.execute(
    api.ctx.database.reader,
  )
  const prompts = (await promptedPurchases(api, summit, 2)).map(
    ({ purchase }) => api.mpesa.promptOf(purchase).callbackUrl.split('/').at(-1) ?? '',
  )
  const pigeons = ['grey', 'white']
  for (const token of pigeons) await openAddress(api, 'pigeon', token)
  const ids: string[] = []
  for (const token of [prompts[0], pigeons[0], prompts[1], pigeons[1]]) {
    const callback = { id: newUuid(), tokenHash: hashSecret(token ?? ''), body: '{}' }
    expect(await api.ctx.keepCallback({ ...callback, shortcode: undefined, source: '127.0.0.1' })).toBe(true)
    ids.push(callback.id)
  }

  expect(await judgeTogether(api.ctx, ids)).toEqual(new Map())

  const { rows } = await sql<{ verdict: string; writer: string }>`
    select verdict, xmin::text as writer from callbacks order by received_at, id`.execute(
    api.ctx.database.reader,
  )
  expect(rows.map(({ verdict }) => verdict)).toEqual(['unreadable', 'known', 'unreadable', 'known'])
  const writers = rows.map(({ writer }) => writer)
  expect(writers).toEqual([writers[0], writers[1], writers[0], writers[1]])
  expect(writers[0]).not.toBe(writers[1])
})

test('a prompt that was open before addresses had kinds is still called at its own', async () => {
  const { client, migrate } = await anOldInstallation('0152')
  await client.query(`
    insert into purchases (id, organization_id, event_id, buyer_email, locale, status, total_cents, account, created_at, expires_at)
    select gen_random_uuid(), organization_id, id, 'a@example.com', 'en', 'pending_payment', 150000, 'ACCOUNT', now(), now()
    from events;
    insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, callback_token_hash, created_at,
      open_until)
    select organization_id, gen_random_uuid(), id, '254700000000', 150000, 'prompted', 'its secret', '2026-07-01T09:00:00Z', now()
    from purchases`)

  await migrate()

  const { rows } = await client.query(`
    select a.kind, a.organization_id = p.organization_id as "isTheirs", a.created_at = p.created_at as "isAsOld",
      convert_from(a.token_hash, 'utf8') as token
    from payments p join callback_addresses a on a.subject_id = p.id`)
  expect(rows).toEqual([{ kind: 'stk_prompt', isTheirs: true, isAsOld: true, token: 'its secret' }])
  expect((await client.query('select * from inv_prompts_have_an_address')).rows).toEqual([])
}, 60_000)
