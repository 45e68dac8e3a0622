import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Tx } from '../database/database.ts'
import { reachOptions } from '../database/open-pool.ts'
import { type Log, logFault } from '../log.ts'

/** The data of each queue's jobs: `{ 'tickets.mail': { purchaseId } }`. */
export type Queues = Record<string, object>
/** The handler of each queue. It may run more than once for one job, so it checks before it acts. */
export type Handlers<Q extends Queues> = { [Name in keyof Q]: (data: Q[Name]) => Promise<void> }
/**
 * Whether a queue's workers are notified at once. The others poll every two seconds: a notification wakes every
 * listener.
 */
export type QueueSettings<Q extends Queues> = Readonly<{ [Name in keyof Q]: { isUrgent: boolean } }>

/** A job that failed too often and is not tried again: its queue and its data. */
export interface DeadJob {
  queue: string
  jobId: string
  data: object
}
/** Reports a dead job to a person; if that fails, it is retried like any job. */
export type OnDead = (dead: DeadJob) => Promise<void>

export interface Jobs<Q extends Queues> {
  /** Leaves work for later in the caller's transaction: the job exists if and only if that commits. */
  enqueue<Name extends keyof Q & string>(
    tx: Tx,
    queue: Name,
    jobs: readonly Q[Name][],
    when?: { afterSeconds: number },
  ): Promise<void>
  /** Works the queues, and their dead jobs, until stopped. */
  work(handlers: Handlers<Q>, onDead: OnDead): Promise<void>
  /** Runs all jobs that are due and waits for them; for tests. */
  runUntilQuiet(handlers: Handlers<Q>): Promise<void>
  stop(): Promise<void>
}

/**
 * A job whose worker crashed is returned within a minute; a failed one is retried for about a day, then kept for a
 * person.
 */
const queueOptions = {
  expireInSeconds: 60,
  heartbeatSeconds: 10,
  retryLimit: 24,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
}

export interface JobsOptions<Q extends Queues> {
  url: string
  queues: QueueSettings<Q>
  log: Log
  /** The worker maintains the queues; the API's processes only fill them. */
  isWorker: boolean
  /** How often a failed job is retried; for about a day by default. */
  retryLimit?: number
}

export async function startJobs<Q extends Queues>({
  url,
  queues,
  log,
  isWorker,
  retryLimit,
}: JobsOptions<Q>): Promise<Jobs<Q>> {
  const boss = new PgBoss({
    ...reachOptions(url),
    // A poll without an answer is abandoned, so that a worker whose connection fell silent continues on another.
    ...{ query_timeout: 30_000 },
    schema: 'jobs',
    max: isWorker ? 4 : 2,
    supervise: isWorker,
    schedule: false,
    useListenNotify: isWorker,
  })
  boss.on('error', (fault) => logFault(log, {}, fault, 'jobs'))
  await boss.start()
  await makeQueues(boss, queues, retryLimit)
  const names = Object.keys(queues)
  // pg-boss looks a queue up on its own connection and caches it: this does so now instead of in the middle of a sale.
  for (const queue of names) await boss.insert(queue, [])
  return {
    enqueue: async (tx, queue, jobs, when) => {
      if (jobs.length === 0) return
      await boss.insert(
        queue,
        jobs.map((data) => ({ data, ...(when && { startAfter: when.afterSeconds }) })),
        { db: fromKysely(tx), returnId: false },
      )
    },
    work: async (handlers, onDead) => {
      await workOff(boss, handlers, log)
      await workOffDead(boss, names, onDead, log)
    },
    runUntilQuiet: (handlers) => runUntilQuiet(boss, handlers),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  }
}

async function makeQueues(
  boss: PgBoss,
  queues: Readonly<Record<string, { isUrgent: boolean }>>,
  retryLimit = queueOptions.retryLimit,
): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const [queue, { isUrgent: notify }] of Object.entries(queues)) {
    const found = known.get(queue)
    if (!found) await createQueue(boss, queue, { ...queueOptions, retryLimit, notify })
    else if (found.notify !== notify) await boss.updateQueue(queue, { notify })
  }
}

async function createQueue(boss: PgBoss, queue: string, options: object): Promise<void> {
  await boss.createQueue(deadOf(queue), { retryLimit: 1000, retryDelay: 60, retentionSeconds: 90 * 86_400 })
  await boss.createQueue(queue, { ...options, deadLetter: deadOf(queue) })
}

const deadOf = (queue: string) => `${queue}.dead`

/**
 * Several at a time, each completed separately; as long as a fetch comes back full, the next one follows at once, so
 * that a thousand jobs wait for the work and not for the polling interval.
 */
const workOptions = {
  batchSize: 10,
  burstWhenBatchFull: true,
  localConcurrency: 2,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  includeMetadata: true,
  perJobResults: true,
} as const

/** Untyped, by name: pg-boss returns the data that `enqueue` gave it. */
type AnyHandlers = Record<string, (data: never) => Promise<void>>

async function workOff(boss: PgBoss, handlers: AnyHandlers, log: Log): Promise<void> {
  for (const [queue, handle] of Object.entries(handlers))
    await boss.work(queue, workOptions, (jobs) =>
      Promise.all(jobs.map((job) => workOne(queue, handle, job, log))),
    )
}

async function workOne(
  queue: string,
  handle: (data: never) => Promise<void>,
  job: JobWithMetadata<unknown>,
  log: Log,
): Promise<JobResult> {
  try {
    await handle(job.data as never)
    return { id: job.id, status: 'completed' }
  } catch (fault) {
    const facts = { queue, jobId: job.id, tried: job.retryCount + 1 }
    if (job.retryCount < job.retryLimit) logFault(log, facts, fault, 'a job failed and will be tried again')
    else log.error({ ...facts, err: fault }, 'a job failed for the last time')
    return { id: job.id, status: 'failed', output: { message: String(fault) } }
  }
}

async function workOffDead(boss: PgBoss, queues: readonly string[], onDead: OnDead, log: Log): Promise<void> {
  const seldom = { pollingIntervalSeconds: 10, notifyPollingIntervalSeconds: 10 }
  for (const queue of queues)
    await boss.work(deadOf(queue), { ...workOptions, ...seldom, localConcurrency: 1 }, (jobs) =>
      Promise.all(
        jobs.map((job) =>
          workOne(deadOf(queue), () => onDead({ queue, jobId: job.id, data: job.data as object }), job, log),
        ),
      ),
    )
}

async function runUntilQuiet(boss: PgBoss, handlers: AnyHandlers): Promise<void> {
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
