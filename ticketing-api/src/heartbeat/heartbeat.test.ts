import { listMatters } from '@event-sphere/contract/matters'
import { sql } from '@event-sphere/kit/database/database'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { beat } from './beat.ts'
import { watchSweeps } from './jobs.ts'
import { measureHeartbeat } from './measure-heartbeat.ts'

test('the API can tell how long no worker has run a sweep, and forgets those that ended long ago', async () => {
  const api = await startApi()
  const another = await api.startAnother()
  const registry = new Registry()
  measureHeartbeat(registry, api.ctx.database.reader)
  const silentSeconds = async () =>
    Number(/^worker_silent_seconds (\S+)/m.exec((await registry.metrics()).replace('+Inf', 'Infinity'))?.[1])
  const workers = async () =>
    (await sql`select 1 from worker_beats`.execute(api.ctx.database.reader)).rows.length
  expect(await silentSeconds()).toBe(Number.POSITIVE_INFINITY)

  await api.runSweeps()
  await beat(another.ctx)
  await api.moveTo('2026-07-01T09:20:00Z')
  expect(Math.floor((await silentSeconds()) / 60)).toBe(19)
  await beat(another.ctx)
  expect(Math.floor((await silentSeconds()) / 60)).toBe(0)
  expect(await workers()).toBe(2)

  await api.moveTo('2026-07-20T09:00:00Z')
  await beat(another.ctx)
  expect(await workers()).toBe(1)
})

async function looks({ ctx }: Pick<TestApi, 'ctx'>) {
  for (const sweep of watchSweeps) await sweep.run(ctx)
}

async function silenceToldIn(api: TestApi, state: 'open' | 'resolved' = 'open') {
  const as = api.platform
  const { items } = (await api.call(listMatters, { as, query: { kind: 'worker_silent', state } })).body
  return items.map(({ title, organizationId, facts }) => ({ title, organizationId, facts }))
}

/** What one process tells after it has looked at that time. */
async function silenceSeenAt(api: TestApi, time: string) {
  await api.moveTo(`2026-07-01T${time}Z`)
  await looks(api)
  return silenceToldIn(api)
}

test('processes that answer calls notice that no worker runs, tell once, and end it when one runs again', async () => {
  const api = await startApi()
  const another = await api.startAnother()
  await beat(another.ctx)
  for (const minute of ['01', '02', '04', '06', '08']) {
    await api.moveTo(`2026-07-01T09:${minute}:00Z`)
    expect(await silenceToldIn(api)).toEqual([])
    await looks(api)
    await looks(another)
  }
  const [told, ...more] = await silenceToldIn(api)
  expect(more).toEqual([])
  expect(told).toMatchObject({ title: 'No worker is running', organizationId: null })
  expect(told?.facts.silentForMinutes).toBeGreaterThanOrEqual(6)

  await beat(another.ctx)
  await looks(api)
  expect(await silenceToldIn(api)).toEqual([])
  expect(await silenceToldIn(api, 'resolved')).toHaveLength(1)
})

test('a process that has just started waits for the worker that starts with it', async () => {
  const api = await startApi()
  await looks(api)
  expect(await silenceSeenAt(api, '09:02:59')).toEqual([])
  expect(await silenceSeenAt(api, '09:04:00')).toHaveLength(1)
})

test('a process that has seen a silence before waits as long at the next: the database may have been away', async () => {
  const api = await startApi()
  await looks(api)
  await beat(api.ctx)
  await looks(api)
  expect(await silenceSeenAt(api, '09:08:00')).toEqual([])
  expect(await silenceSeenAt(api, '09:12:00')).toHaveLength(1)
})
