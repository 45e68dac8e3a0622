import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startApi } from './cast/start-api.ts'

test('a worker runs the sweeps, and puts a job that has failed for the last time before a person', async () => {
  const api = await startApi()
  const { reader } = api.ctx.database
  const worker = spawn(process.execPath, [fileURLToPath(new URL('worker.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: api.databaseUrl },
    stdio: 'ignore',
  })
  const ended = once(worker, 'exit')
  onTestFinished(async () => {
    worker.kill('SIGTERM')
    await ended
  })

  await sql`insert into jobs.job (name, data) values ('tickets.mail.dead', '{"purchaseId":"a"}')`.execute(
    reader,
  )

  const seen = async () => {
    const { rows } = await sql<{ kinds: string[]; workers: number }>`
      select array(select kind from matters) as kinds, (select count(*)::int from worker_beats) as workers`.execute(
      reader,
    )
    return rows[0]
  }
  await vi.waitFor(async () => expect(await seen()).toEqual({ kinds: ['dead_job'], workers: 1 }), {
    timeout: 60_000,
    interval: 500,
  })
}, 120_000)
