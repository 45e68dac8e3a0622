import { type Reader, sql } from './database/database.ts'

/** Processes that must agree on the time use the database's clock; each one tracks its own offset from it. */
export interface Clock {
  now(): Date
  /** Measures the offset again; this also happens every ten seconds. */
  sync(): Promise<void>
  stop(): void
}

const syncEveryMilliseconds = 10_000

export async function startDatabaseClock({
  database,
  onFault,
}: {
  database: Reader
  onFault: (fault: unknown) => void
}): Promise<Clock> {
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

/** Reads the current time from the database, inside the caller's transaction if there is one. */
export async function readNow(database: Reader): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock.now() as now`.execute(database)
  return rows[0]?.now ?? new Date()
}
