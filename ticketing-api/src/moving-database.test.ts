import { register } from '@event-sphere/contract/auth'
import { type Reader, sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { aCustomer, buys } from './cast/buyers.ts'
import { startApi } from './cast/start-api.ts'
import { theSummit } from './cast/summit.ts'

/** Sessions that begin from now on can only read, or can write again: what a server is before and after a promotion. */
async function setReadOnly(reader: Reader, isReadOnly: boolean): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(reader)
  const name = sql.id(rows[0]?.name ?? '')
  await sql`alter database ${name} set default_transaction_read_only = ${sql.lit(isReadOnly ? 'on' : 'off')}`.execute(
    reader,
  )
}

const endOtherSessions = (reader: Reader) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(reader)

test('while the database is read-only for a moment, calls that write are told when to come back, in one line each', async () => {
  const api = await startApi()
  const process = await api.startAnother()
  const summit = await theSummit(api)
  const buyer = await aCustomer(api)
  const { reader } = api.ctx.database
  const faults = vi.spyOn(process.ctx.log, 'error')
  const warnings = vi.spyOn(process.ctx.log, 'warn')

  await setReadOnly(reader, true)
  await endOtherSessions(reader)
  const everyone = await Promise.all([
    process.call(register, { body: { email: 'amina@example.com' } }),
    buys({ ...api, call: process.call }, summit, buyer.token, { general: 1 }),
    buys({ ...api, call: process.call }, summit, buyer.token, { gala: 1 }),
  ])
  for (const { status, body, headers } of everyone) {
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' })
    expect(headers.get('retry-after')).toBeTruthy()
  }
  expect(faults.mock.calls).toEqual([])
  for (const [facts] of warnings.mock.calls as unknown as [object][]) expect(facts).not.toHaveProperty('err')

  // Connections that could only read are not kept.
  await setReadOnly(reader, false)
  await vi.waitFor(
    async () =>
      expect((await buys({ ...api, call: process.call }, summit, buyer.token, { general: 1 })).status).toBe(
        201,
      ),
    { timeout: 15_000 },
  )
})
