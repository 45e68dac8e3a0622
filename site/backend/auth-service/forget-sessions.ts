import { readNow } from '@event-sphere/kit/clock'
import { type Database, sql } from '@event-sphere/kit/database/database'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import { longestDays, quietDays } from './store.ts'

const dayMilliseconds = 86_400_000
/** A stopping process waits this long at most, for each of the two. */
const withinMilliseconds = 5000

/** Deletes expired sessions, by index and in batches, so that no sign-in waits for it. */
export async function forgetSessions(database: Database): Promise<void> {
  const now = await readNow(database.reader)
  const ago = (days: number) => new Date(now.getTime() - days * dayMilliseconds)
  for (const where of [sql`used_at <= ${ago(quietDays)}`, sql`created_at <= ${ago(longestDays)}`])
    await deleteInBatches(database, { table: 'sessions', where, withinMilliseconds })
}
