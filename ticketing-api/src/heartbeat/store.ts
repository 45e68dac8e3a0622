import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** Also forgets workers that ended long ago; each process is a new one. */
export async function upsertBeat(tx: Tx, worker: string): Promise<void> {
  await sql`
    insert into worker_beats (worker, beaten_at) values (${worker}, clock.now())
    on conflict (worker) do update set beaten_at = excluded.beaten_at`.execute(tx)
  await sql`delete from worker_beats where beaten_at < clock.now() - interval '7 days'`.execute(tx)
}

/** Seconds since any worker was heard of; undefined if none ever was, or not for a week. */
export async function findSilence(reader: Reader): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from clock.now() - max(beaten_at))::float8 as seconds from worker_beats`.execute(
    reader,
  )
  return rows[0]?.seconds ?? undefined
}
