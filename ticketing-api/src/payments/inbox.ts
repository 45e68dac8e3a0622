import { readNow } from '@event-sphere/kit/clock'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { LetterJudgement } from './judge-letter.ts'
import type { Verdict } from './judge-outcome.ts'

/** More than this, and it is not Safaricom that writes. */
const mostForOneToken = 50

export interface NewLetter {
  id: string
  tokenHash: Buffer
  body: string
  shortcode: string | undefined
  source: string
}

/** Keeps what came, word for word. False where no attempt has this address, or too much has come to it already. */
export async function keepLetter(tx: Tx, letter: NewLetter): Promise<boolean> {
  // Letters of one address stand in line, or each would count before the others are there.
  const { rows } = await sql`
    select pg_advisory_xact_lock(hashtextextended('letters ' || encode(${letter.tokenHash}::bytea, 'hex'), 0))
    from payments where callback_token_hash = ${letter.tokenHash}`.execute(tx)
  if (rows.length === 0) return false
  const { numAffectedRows } = await sql`
    insert into callbacks (id, token_hash, body, shortcode, source)
    select ${letter.id}, ${letter.tokenHash}, ${letter.body}, ${letter.shortcode ?? null}, ${letter.source}
    where (select count(*) from callbacks where token_hash = ${letter.tokenHash}) < ${mostForOneToken}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export interface KeptLetter {
  id: string
  tokenHash: Buffer
  body: string
  shortcode: string | null
}

const columns = sql`id, token_hash as "tokenHash", body, shortcode`

/** A letter that nobody has judged yet, and nobody else will meanwhile; whoever has it in hand is waited for. */
export async function lockUnjudged(tx: Tx, id: string): Promise<KeptLetter | undefined> {
  const { rows } = await sql<KeptLetter>`
    select ${columns} from callbacks where id = ${id} and judged_at is null for update`.execute(tx)
  return rows[0]
}

/** Those of these letters that nobody has judged or has in hand, in the order in which they came. */
export async function lockFree(tx: Tx, ids: readonly string[]): Promise<KeptLetter[]> {
  const { rows } = await sql<KeptLetter>`
    select ${columns} from callbacks where id = any(${ids}::uuid[]) and judged_at is null
    order by received_at, id for update skip locked`.execute(tx)
  return rows
}

export type LetterVerdict =
  | Verdict
  | Extract<LetterJudgement, { kind: 'rejected' }>['because']
  | 'receipt_taken'

export interface JudgedLetter {
  id: string
  verdict: LetterVerdict
}

export async function markJudged(tx: Tx, judged: readonly JudgedLetter[]): Promise<void> {
  if (judged.length === 0) return
  await sql`
    update callbacks set judged_at = clock.now(), verdict = new.verdict
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${judged.map(({ verdict }) => verdict)}::text[])
      as new (id, verdict)
    where callbacks.id = new.id`.execute(tx)
}

/** What came for this attempt before there was anything to compare it with. */
export async function listUnjudgedOf(tx: Tx, paymentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from callbacks c join payments p on p.callback_token_hash = c.token_hash
    where p.id = ${paymentId} and c.judged_at is null order by c.received_at`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * What still waits long after its request must have ended, as the process that asked is gone. Those that were tried the
 * longest ago come first, and stand last from now on: a hundred that fail each time keep nobody else waiting.
 */
export async function claimForgotten(tx: Tx, olderThanSeconds: number): Promise<string[]> {
  const now = await readNow(tx)
  const before = new Date(now.getTime() - olderThanSeconds * 1000)
  const { rows } = await sql<{ id: string }>`
    update callbacks set tried_at = ${now}
    where id in (
      select id from callbacks
      where judged_at is null and received_at < ${before} and coalesce(tried_at, received_at) < ${before}
      order by coalesce(tried_at, received_at) limit 100 for update skip locked)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A letter that waits to be judged; undefined if somebody has judged it. `isTried`: a fault stopped whoever tried. */
export async function findWaiting(reader: Reader, id: string): Promise<{ isTried: boolean } | undefined> {
  const { rows } = await sql<{ isTried: boolean }>`
    select tried_at is not null as "isTried" from callbacks where id = ${id} and judged_at is null`.execute(
    reader,
  )
  return rows[0]
}

/**
 * Some that nobody has judged or tried yet; in no order, so that several workers seldom reach for the same one. Those that
 * were tried would take everybody beside them along each time.
 */
export async function listWaiting(reader: Reader, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id from callbacks where judged_at is null and tried_at is null order by received_at limit 500) waiting
    order by random() limit ${most}`.execute(reader)
  return rows.map(({ id }) => id)
}

/** A fault stopped whoever judged it: from now on it is judged by itself. */
export async function markTried(tx: Tx, id: string): Promise<void> {
  await sql`
    update callbacks set tried_at = clock.now()
    where id in (select id from callbacks where id = ${id} and judged_at is null for update skip locked)`.execute(
    tx,
  )
}
