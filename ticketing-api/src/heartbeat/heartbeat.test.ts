import { sql } from '@event-sphere/kit/database/database'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { beat } from './beat.ts'
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
