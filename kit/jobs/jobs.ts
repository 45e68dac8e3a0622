import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from '../database/database.ts'
import { type Log, logFault } from '../log.ts'

/** A job's handler; it may run more than once, so it looks before it acts. */
export type Handler = (data: never) => Promise<void>
export type Handlers = Record<string, Handler>

export interface Jobs {
  /** Leaves work for later in the caller's transaction: it exists if, and only if, that commits. */
  enqueue(tx: Tx, queue: string, jobs: readonly object[]): Promise<void>
  /** Works off the queues until stopped. */
  work(handlers: Handlers): Promise<void>
  /** Works off all that is due now, in the caller's time; for tests. */
  runUntilQuiet(handlers: Handlers): Promise<void>
  stop(): Promise<void>
}

/** A crash gives its job back within a minute; a failure is tried for about a day, then kept apart for a person. */
const queueOptions = {
  expireInSeconds: 60,
  heartbeatSeconds: 10,
  retryLimit: 24,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
  notify: true,
}

export interface JobsOptions {
  url: string
  queues: readonly string[]
  log: Log
  /** One process of an installation looks after the queues; the API's own only fill them. */
  isWorker: boolean
}

export async function startJobs({ url, queues, log, isWorker }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    max: isWorker ? 4 : 2,
    supervise: isWorker,
    schedule: false,
    useListenNotify: isWorker,
  })
  boss.on('error', (fault) => logFault(log, {}, fault, 'jobs'))
  await boss.start()
  for (const queue of queues) await createQueue(boss, queue)
  // It looks a queue up on a connection of its own and remembers it: now, and not in the middle of somebody's sale.
  for (const queue of queues) await boss.insert(queue, [])
  return {
    enqueue: async (tx, queue, jobs) => {
      if (jobs.length === 0) return
      await boss.insert(
        queue,
        jobs.map((data) => ({ data })),
        { db: fromKysely(tx), returnId: false },
      )
    },
    work: (handlers) => workOff(boss, handlers, log),
    runUntilQuiet: (handlers) => runUntilQuiet(boss, handlers),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  }
}

async function createQueue(boss: PgBoss, queue: string): Promise<void> {
  await boss.createQueue(`${queue}.dead`)
  await boss.createQueue(queue, { ...queueOptions, deadLetter: `${queue}.dead` })
}

async function workOff(boss: PgBoss, handlers: Handlers, log: Log): Promise<void> {
  for (const [queue, handle] of Object.entries(handlers)) {
    await boss.work(
      queue,
      { batchSize: 1, localConcurrency: 4, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 },
      async ([job]) => {
        if (!job) return
        try {
          await handle(job.data as never)
        } catch (fault) {
          log.warn({ err: fault, queue, jobId: job.id }, 'a job failed and will be tried again')
          throw fault
        }
      },
    )
  }
}

async function runUntilQuiet(boss: PgBoss, handlers: Handlers): Promise<void> {
  for (let hasWorked = true; hasWorked; ) {
    hasWorked = false
    for (const [queue, handle] of Object.entries(handlers)) {
      for (const job of await boss.fetch<object>(queue, { batchSize: 50 })) {
        hasWorked = true
        await handle(job.data as never)
        await boss.complete(queue, job.id)
      }
    }
  }
}
