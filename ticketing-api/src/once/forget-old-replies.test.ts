import { type Reader, sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { forgetOldReplies } from './forget-old-replies.ts'

/** Answers of so many days before the clock's now, oldest first, as sales write them. */
const keepReplies = (reader: Reader, count: number, fromDaysAgo: number, toDaysAgo: number) =>
  sql`
  insert into idempotency_keys (key_hash, fingerprint, reply_body, created_at)
  select sha256(${`${fromDaysAgo}`}::text::bytea || int4send(n)), '\\x00', repeat('x', 200),
    clock.now() - make_interval(secs => 86400 * (${fromDaysAgo}::float8
      - (${fromDaysAgo}::float8 - ${toDaysAgo}::float8) * n / ${count}::float8))
  from generate_series(1, ${count}::int) n`.execute(reader)

async function repliesIn(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int from idempotency_keys`.execute(reader)
  return rows[0]?.count ?? 0
}

/** What the table's scans have read so far; each session is made to tell. */
async function readsOf(reader: Reader) {
  const tell = () => sql`select pg_stat_force_next_flush(), pg_sleep(0.05)`.execute(reader)
  await Promise.all(Array.from({ length: 10 }, tell))
  const { rows } = await sql<{ wholeTable: number; byIndex: number; rowsRead: number }>`
    select t.seq_tup_read::int as "wholeTable", i.idx_scan::int as "byIndex", t.idx_tup_fetch::int as "rowsRead"
    from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)
    where t.relname = 'idempotency_keys' and i.indexrelname like '%created_at%'`.execute(reader)
  return rows[0] ?? { wholeTable: 0, byIndex: 0, rowsRead: 0 }
}

test('answers are forgotten after thirty days, and not before', async () => {
  const { ctx } = await startApi()
  await keepReplies(ctx.database.reader, 2500, 45, 30.01)
  await keepReplies(ctx.database.reader, 500, 29.99, 0)
  await forgetOldReplies(ctx)
  expect(await repliesIn(ctx.database.reader)).toBe(500)
})

test('forgetting reads what is old by the index, never the whole table', async () => {
  const { ctx } = await startApi()
  const { reader } = ctx.database
  await keepReplies(reader, 50_000, 29, 0)
  await sql`vacuum analyze idempotency_keys`.execute(reader)
  const before = await readsOf(reader)

  // A statement that is run often gets a plan that knows no parameter: this one must not.
  for (let round = 0; round < 8; round += 1) await forgetOldReplies(ctx)

  const after = await readsOf(reader)
  expect(after.byIndex).toBe(before.byIndex + 8)
  expect(after.wholeTable).toBe(before.wholeTable)
  // The block range at the table's end is open, so it is looked at each time: less than 3,000 of its rows.
  expect(after.rowsRead - before.rowsRead).toBeLessThan(8 * 3000)
})
