import { createApiKey } from '@event-sphere/contract/organizations'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from './cast/buyers.ts'
import { startApi, type TestApi } from './cast/start-api.ts'
import { theSummit } from './cast/summit.ts'
import { allSweeps } from './handlers.ts'

async function countOf(api: TestApi, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}`.execute(api.ctx.database.reader)
  return rows[0]?.count ?? 0
}

/** What is kept for a while only, and for how many days. */
const keptFor = { answers_to_keys: 1, idempotency_keys: 30, callbacks: 90 }

test('what is kept for a while is there until its time is over, and the sweeps of a worker end it', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api)
  await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  const params = { id: api.organizationId }
  const key = { as: api.admin, params, body: { name: 'site' }, idempotencyKey: api.newKey() }
  await api.call(createApiKey, key)
  await sql`insert into callbacks (id, token_hash, body, source, received_at, judged_at)
    values (uuidv7(), '\\x00', '{}', '127.0.0.1', clock.now(), clock.now())`.execute(api.ctx.database.reader)
  const day = (days: number) => new Date(Date.parse('2026-07-01T09:00:00Z') + days * 86_400_000).toISOString()

  for (const [table, days] of Object.entries(keptFor)) {
    await api.moveTo(day(days - 0.1))
    await api.runSweeps()
    expect(await countOf(api, table), `${table} before ${days} days`).toBe(1)
    await api.moveTo(day(days + 0.1))
    await api.runSweeps()
    expect(await countOf(api, table), `${table} after ${days} days`).toBe(0)
  }
})

test('the promises of an event are looked at by the sweeps of a worker, each night', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api)
  await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  await api.runSweeps()
  await sql`update holdings set owned = 3`.execute(api.ctx.database.reader)

  await api.moveTo('2026-07-02T00:00:00Z')
  await api.runSweeps()

  const { rows } = await sql`select kind, resolved_at as "resolvedAt" from matters`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toEqual([{ kind: 'broken_invariant', resolvedAt: null }])
})

test('no sweep has the name of another', () => {
  const names = allSweeps.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
