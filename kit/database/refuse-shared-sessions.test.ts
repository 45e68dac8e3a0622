import { expect, onTestFinished, test } from 'vitest'
import { startFakePooler } from '../testing/fake-pooler.ts'
import { openDatabase, sql } from './database.ts'
import { refuseSharedSessions } from './refuse-shared-sessions.ts'

const url = process.env.TEST_DATABASE_URL ?? ''

test('a direct connection to PostgreSQL is accepted', async () => {
  await expect(refuseSharedSessions(url)).resolves.toBeUndefined()
})

test('a pooler in transaction mode is refused with one line that says what to do', async () => {
  const pooler = await startFakePooler(url)
  onTestFinished(pooler.close)
  await expect(refuseSharedSessions(pooler.url)).rejects.toMatchObject({
    name: 'ConfigFault',
    faults: [expect.stringMatching(/^DATABASE_URL: .*transaction mode/)],
  })
})

test('behind such a pooler no statement is mistaken for one that another process prepared', async () => {
  const pooler = await startFakePooler(url)
  const open = () =>
    openDatabase({ url: pooler.url, schema: 'public', maxConnections: 1, onFault: () => undefined })
  const [one, other] = [open(), open()]
  onTestFinished(async () => {
    await Promise.all([one.close(), other.close()])
    await pooler.close()
  })
  const text = () => sql<{ said: string }>`select ${'hello'}::text as said`.execute(one.reader)
  const sum = () => sql<{ sum: number }>`select ${1}::int + 1 as sum`.execute(other.reader)
  expect((await text()).rows).toEqual([{ said: 'hello' }])
  expect((await sum()).rows).toEqual([{ sum: 2 }])
  // The session is shared, and each client finds its own statement there or none.
  expect((await text()).rows).toEqual([{ said: 'hello' }])
  expect((await sum()).rows).toEqual([{ sum: 2 }])
})
