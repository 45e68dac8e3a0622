import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../database/database.ts'
import type { Log } from '../log.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { type DeadJob, startJobs } from './jobs.ts'

/** A separate worker that tries each job once. */
async function aWorker() {
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', {
    name: 'empty',
    prepare: async () => undefined,
  })
  const said: string[] = []
  const say = (_facts: object, message: string) => void said.push(message)
  const log = { warn: say, error: say } as unknown as Log
  const jobs = await startJobs<{ greet: { guestId: string } }>({
    url: made.url,
    queues: { greet: { isUrgent: true } },
    log,
    isWorker: true,
    retryLimit: 0,
  })
  const database = openDatabase({ url: made.url, schema: 'public', onFault: () => undefined })
  onTestFinished(async () => {
    await jobs.stop()
    await database.close()
    await made.drop()
  })
  return { jobs, database, said }
}

test('a job that fails for the last time is logged as such and handed over with its data', async () => {
  const { jobs, database, said } = await aWorker()
  const dead: DeadJob[] = []
  const greet = async () => {
    throw new Error('nobody there')
  }
  await jobs.work({ greet }, async (job) => void dead.push(job))
  await database.transaction((tx) => jobs.enqueue(tx, 'greet', [{ guestId: 'otieno' }]))

  await vi.waitFor(() => expect(dead).toHaveLength(1), { timeout: 25_000 })
  expect(dead[0]).toMatchObject({ queue: 'greet', data: { guestId: 'otieno' } })
  expect(said).toEqual(['a job failed for the last time'])
})

test('jobs that run together end separately: a failure does not repeat the others', async () => {
  const { jobs, database } = await aWorker()
  const greeted: string[] = []
  const dead: DeadJob[] = []
  const greet = async ({ guestId }: { guestId: string }) => {
    greeted.push(guestId)
    if (guestId.endsWith('7')) throw new Error('nobody there')
  }
  const guests = Array.from({ length: 100 }, (_, n) => ({ guestId: `guest${n}` }))
  await database.transaction((tx) => jobs.enqueue(tx, 'greet', guests))
  await jobs.work({ greet }, async (job) => void dead.push(job))

  await vi.waitFor(() => expect(dead).toHaveLength(10), { timeout: 25_000 })
  expect(greeted.sort()).toEqual(guests.map(({ guestId }) => guestId).sort())
})
