import { type Reader, sql } from '@event-sphere/kit/database/database'

/** Attendees stay signed in for this many days without use, and for this many in all. */
export const quietDays = 30
export const longestDays = 90
/** Whether a session is still valid; used with its key. */
const isAlive = sql`used_at > clock.now() - make_interval(days => ${quietDays})
  and created_at > clock.now() - make_interval(days => ${longestDays})`
const renewalLasts = sql`interval '15 seconds'`

export async function insertSession(database: Reader, idHash: Buffer, sealed: Buffer): Promise<void> {
  await sql`insert into sessions (id_hash, sealed) values (${idHash}, ${sealed})`.execute(database)
}

export async function findSealed(database: Reader, idHash: Buffer): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer; isStale: boolean }>`
    select sealed, used_at < clock.now() - interval '1 hour' as "isStale"
    from sessions where id_hash = ${idHash} and ${isAlive}`.execute(database)
  const row = rows[0]
  if (row?.isStale) {
    await sql`update sessions set used_at = clock.now() where id_hash = ${idHash}`.execute(database)
  }
  return row?.sealed
}

/**
 * True for the one process that may use the refresh token in `sealed` now; it is never used twice. False also if the session
 * has changed since it was read: its token may have been used meanwhile.
 */
export async function claimRenewal(database: Reader, idHash: Buffer, sealed: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update sessions set renewing_until = clock.now() + ${renewalLasts}
    where id_hash = ${idHash} and sealed = ${sealed} and (renewing_until is null or renewing_until < clock.now())
    returning 1`.execute(database)
  return rows.length === 1
}

export async function releaseRenewal(database: Reader, idHash: Buffer): Promise<void> {
  await sql`update sessions set renewing_until = null where id_hash = ${idHash}`.execute(database)
}

export interface Replacement {
  before: Buffer
  after: Buffer
}

/** Stores new content; false if the session has changed since `before` was read. A renewal under way goes on. */
export async function replaceSealed(
  database: Reader,
  idHash: Buffer,
  { before, after }: Replacement,
): Promise<boolean> {
  const { rows } = await sql`
    update sessions set sealed = ${after}, used_at = clock.now()
    where id_hash = ${idHash} and sealed = ${before} returning 1`.execute(database)
  return rows.length === 1
}

export async function deleteSession(database: Reader, idHash: Buffer): Promise<void> {
  await sql`delete from sessions where id_hash = ${idHash}`.execute(database)
}
