import { type Reader, sql } from './database/database.ts'

/** Where several processes must agree on now, the database's clock decides; each process keeps its distance from it. */
export interface Clock {
  now(): Date
  /** Measures the distance again; it is done by itself every ten seconds. */
  sync(): Promise<void>
  stop(): void
}

const syncEveryMilliseconds = 10_000

export async function startDatabaseClock(
  database: Reader,
  onFault: (fault: unknown) => void,
): Promise<Clock> {
  let offset = 0
  const sync = async () => {
    const asked = Date.now()
    const { rows } = await sql<{ now: Date }>`select clock.now() as now`.execute(database)
    const answered = Date.now()
    offset = (rows[0]?.now.getTime() ?? answered) - (asked + answered) / 2
  }
  await sync()
  let isSyncing = false
  const timer = setInterval(() => {
    if (isSyncing) return
    isSyncing = true
    void sync()
      .catch(onFault)
      .finally(() => {
        isSyncing = false
      })
  }, syncEveryMilliseconds).unref()
  return { now: () => new Date(Date.now() + offset), sync, stop: () => clearInterval(timer) }
}

/** Reads now from the database, inside the caller's transaction where there is one. */
export async function readNow(database: Reader): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock.now() as now`.execute(database)
  return rows[0]?.now ?? new Date()
}
