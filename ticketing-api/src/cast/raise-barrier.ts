import { type Reader, sql } from '@event-sphere/kit/database/database'
import { expect } from 'vitest'
import { everything } from '../call/scope.ts'
import { openOwnDatabase } from './open-own-database.ts'
import type { TestApi } from './start-api.ts'

const barrier = 4711

/** Holds every scan just before it is written, until several stand there: all have looked, none has decided. */
export async function raiseBarrier(api: TestApi) {
  const database = openOwnDatabase(api.databaseUrl, everything)
  await sql`create function ticketing.wait_at_barrier() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`.execute(database.reader)
  await sql`create trigger barrier before insert on scans
    for each row execute function wait_at_barrier()`.execute(database.reader)
  return {
    /** Runs the acts, lets go once so many of them wait, and gives what became of them. */
    letTogether: <T>(acts: () => Promise<T>[], atLeast = 2) =>
      database.reader.connection().execute(async (held) => {
        await sql`select pg_advisory_lock(${barrier})`.execute(held)
        const done = Promise.all(acts())
        await expect.poll(() => countWaiting(held), { timeout: 20_000 }).toBeGreaterThanOrEqual(atLeast)
        await sql`select pg_advisory_unlock(${barrier})`.execute(held)
        return done
      }),
  }
}

async function countWaiting(reader: Reader): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_locks
    where locktype = 'advisory' and objid = ${barrier} and not granted`.execute(reader)
  return rows[0]?.waiting ?? 0
}
