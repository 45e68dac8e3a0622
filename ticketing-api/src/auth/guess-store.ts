import type { UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** Those of these sources from which somebody signed in to this account before. */
export async function listKnownSources(
  reader: Reader,
  userId: UserId,
  sources: readonly Buffer[],
): Promise<Buffer[]> {
  const { rows } = await sql<{ source: Buffer }>`
    select source_hash as source from known_sources
    where user_id = ${userId} and source_hash = any(${sources}::bytea[])`.execute(reader)
  return rows.map(({ source }) => source)
}

export async function insertKnownSources(
  tx: Tx,
  userId: UserId,
  sources: readonly Buffer[],
  now: Date,
): Promise<void> {
  await sql`
    insert into known_sources (user_id, source_hash, seen_at)
    select ${userId}, source, ${now}::timestamptz from unnest(${sources}::bytea[]) source order by source
    on conflict (user_id, source_hash) do update set seen_at = excluded.seen_at`.execute(tx)
}

/** The key of this hour: the one that is there, or else this one. */
export async function ensureGuessKey(tx: Tx, startsAt: Date, key: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer }>`
    insert into guess_keys (starts_at, key) values (${startsAt}, ${key})
    on conflict (starts_at) do update set key = guess_keys.key returning key`.execute(tx)
  return rows[0]?.key ?? key
}
