import { readdirSync } from 'node:fs'
import { type Reader, sql } from '@event-sphere/kit/database/database'

/** One line for each process that has stopped. */
export async function findAilments(reader: Reader, migrationsFolder: string): Promise<string[]> {
  const missing = await findMissingMigrations(reader, migrationsFolder)
  const all = [findSilentWorkers(reader), findDeadJobs(reader), findLateWork(reader)]
  return [...missing, ...(await Promise.all(all)).flat()]
}

async function findMissingMigrations(reader: Reader, folder: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(reader)
  const known = new Set(rows.map((row) => row.name))
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const missing = files.map((name) => name.replace(/\.sql$/, '')).filter((name) => !known.has(name))
  return missing.map((name) => `migration ${name} is not applied: start the Ticketing API once`)
}

/** Each worker reports every 15 seconds. */
const longestSilenceMinutes = 5

async function findSilentWorkers(reader: Reader): Promise<string[]> {
  const { rows: tables } = await sql`select 1 where to_regclass('worker_beats') is not null`.execute(reader)
  if (tables.length === 0) return []
  const { rows } = await sql<{ minutes: number | null }>`
    select floor(extract(epoch from clock.now() - max(beaten_at)) / 60)::int as minutes from worker_beats`.execute(
    reader,
  )
  const minutes = rows[0]?.minutes ?? null
  if (minutes !== null && minutes < longestSilenceMinutes) return []
  const since = minutes === null ? 'no worker has run yet' : `no worker has run for ${minutes} minutes`
  return [`${since}: mails, lost callbacks and ended holds wait until one is started`]
}

async function findDeadJobs(reader: Reader): Promise<string[]> {
  const { rows: tables } = await sql`select 1 from pg_tables where schemaname = 'jobs' limit 1`.execute(
    reader,
  )
  if (tables.length === 0) return []
  const { rows } = await sql<{ name: string; count: number }>`
    select name, count(*)::int from jobs.job where name like '%.dead' and state < 'completed'
    group by name order by name`.execute(reader)
  return rows.map(({ name, count }) => `${count} dead jobs in ${name}: no worker has reported them`)
}

async function findLateWork(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ callback: Date | null; unmailed: number; matters: number }>`
    select (select min(received_at) from callbacks
        where judged_at is null and received_at < clock.now() - interval '5 minutes') as callback,
      (select count(*)::int from purchases where status = 'completed' and mailed_at is null
        and completed_at < clock.now() - interval '1 hour') as unmailed,
      (select count(*)::int from matters where resolved_at is null) as matters`.execute(reader)
  const [late] = rows
  if (!late) return []
  return [
    late.callback &&
      `a callback of ${late.callback.toISOString()} has not been processed: is the worker running?`,
    late.unmailed > 0 &&
      `${late.unmailed} purchases were completed over an hour ago and their tickets have not been mailed`,
    late.matters > 0 && `${late.matters} matters wait for a person`,
  ].filter((line) => typeof line === 'string')
}
