import * as auth from '@event-sphere/contract/auth'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'

const countOf = async (api: TestApi, table: string) => {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(api.ctx.database.reader)
  return rows[0]?.count
}

test('sessions, tokens, links and counters go when they can mean nothing any more, and not before', async () => {
  const api = await startApi({ now: '2026-03-01T09:00:00Z' })
  const email = 'wanjiku@example.com'
  const kept = (await api.call(auth.register, { body: { email, password } })).body
  const ended = (await api.call(auth.login, { body: { email, password } })).body
  await api.call(auth.requestEmailLink, { body: { email } })
  await api.runJobs()
  await api.call(auth.logout, { body: { refresh_token: ended.refresh_token } })
  await api.runSweeps()
  const sessions = (await countOf(api, 'sessions')) ?? 0

  await api.moveTo('2026-03-10T09:00:00Z')
  await api.runSweeps()

  // The session that was signed out of is gone, those of the staff too, which last fourteen hours.
  expect(sessions).toBeGreaterThan(1)
  expect(await countOf(api, 'sessions')).toBe(1)
  expect(await countOf(api, 'email_links')).toBe(0)
  expect(await countOf(api, 'limit_counters')).toBe(0)
  const renewed = await api.call(auth.refresh, { body: { refresh_token: kept.refresh_token } })
  expect(renewed.status).toBe(200)
  expect((await api.call(auth.refresh, { body: { refresh_token: kept.refresh_token } })).status).toBe(401)
})

test('what is old is found by an index', async () => {
  const api = await startApi()
  for (const [table, column] of [
    ['sessions', 'expires_at'],
    ['sessions', 'ended_at'],
    ['email_links', 'expires_at'],
    ['refresh_tokens', 'created_at'],
    ['known_sources', 'seen_at'],
    ['consents', 'given_at'],
    ['limit_counters', 'ends_at'],
  ] as const) {
    const { rows } = await sql`select 1 from pg_indexes
      where tablename = ${table} and indexdef ~ ${`\\(${column}`}`.execute(api.ctx.database.reader)
    expect(rows.length, `${table} ${column}`).toBeGreaterThan(0)
  }
})
