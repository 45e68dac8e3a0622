import { expect, test, vi } from 'vitest'
import { waitForEnd } from '../running-process.ts'
import { aFolder, endedByTerm, killed, query, serverOf, silent, started, startedByAnother } from './cast.ts'
import { DatabaseInUse } from './owner.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

test('after a kill -9 of the process that started it, the next start adopts the running server', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  await query(url, 'create table kept (word text)')
  await killed(child)

  const next = await started({ dataDir })

  expect(next.adopted).toBe(true)
  expect(next.url).toBe(url)
  expect(await query(next.url, 'select * from kept')).toEqual([])
  await next.stop()
  await expect(query(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('after a kill -9 of starter and server, the next start recovers all acknowledged data', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  await query(url, `create table kept as select 'eldoret' as word`)
  const server = serverOf(dataDir)
  await killed(child)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)

  const next = await started({ dataDir })

  expect(next.adopted).toBe(false)
  expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'eldoret' }])
})

test('a start waits for a busy process of a killed server', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  const server = serverOf(dataDir)
  // Busy for a second or two without noticing anything else.
  const busy = query(url, `select count(*) from generate_series(1, 3000) a, generate_series(1, 6000) b`)
  await vi.waitUntil(async () => {
    const rows = await query(
      url,
      `select 1 from pg_stat_activity where state = 'active' and query like '%6000)%'`,
    )
    return rows.length === 2
  })
  await killed(child)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)

  const next = await started({ dataDir })

  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await busy.catch(() => {})
})

test('while its starter lives, a second start says which process has the database', async () => {
  const dataDir = aFolder()
  const { child } = await startedByAnother(dataDir)

  const second = startEmbeddedPostgres({ dataDir, log: silent })

  await expect(second).rejects.toThrow(DatabaseInUse)
  await expect(second).rejects.toThrow(`is in use by process ${child.pid}`)
  await endedByTerm(child)
})

test('a server that dies is noticed and can be started again', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  const server = serverOf(dataDir)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)
  expect(first.isRunning()).toBe(false)
  await first.stop()

  const second = await started({ dataDir })

  expect(second.isRunning()).toBe(true)
})
