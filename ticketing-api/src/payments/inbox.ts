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
  tokenHash: Buffer
  body: string
  shortcode: string | null
}

/** A letter that nobody has judged yet, and nobody else will meanwhile. */
export async function lockUnjudged(tx: Tx, id: string): Promise<KeptLetter | undefined> {
  const { rows } = await sql<KeptLetter>`
    select token_hash as "tokenHash", body, shortcode from callbacks
    where id = ${id} and judged_at is null for update`.execute(tx)
  return rows[0]
}

export type LetterVerdict =
  | Verdict
  | Extract<LetterJudgement, { kind: 'rejected' }>['because']
  | 'receipt_taken'

export async function markJudged(tx: Tx, id: string, verdict: LetterVerdict): Promise<void> {
  await sql`update callbacks set judged_at = clock.now(), verdict = ${verdict} where id = ${id}`.execute(tx)
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

/** Some that nobody has judged yet; in no order, so that several workers seldom reach for the same one. */
export async function listWaiting(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (select id from callbacks where judged_at is null order by received_at limit 500) waiting
    order by random() limit 50`.execute(reader)
  return rows.map(({ id }) => id)
}
