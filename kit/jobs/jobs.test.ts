import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../database/database.ts'
import type { Log } from '../log.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { type DeadJob, startJobs } from './jobs.ts'

test('a job that fails for the last time is told as such and handed over with what it was about', async () => {
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', {
    name: 'empty',
    prepare: async () => undefined,
  })
  const said: string[] = []
  const say = (_facts: object, message: string) => void said.push(message)
  const log = { warn: say, error: say } as unknown as Log
  const jobs = await startJobs({ url: made.url, queues: ['greet'], log, isWorker: true, retryLimit: 0 })
  const database = openDatabase({ url: made.url, schema: 'public', onFault: () => undefined })
  onTestFinished(async () => {
    await jobs.stop()
    await database.close()
    await made.drop()
  })
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
