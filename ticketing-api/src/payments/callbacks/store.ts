import type { OrganizationId } from '@event-sphere/contract/values/ids'
import { readNow } from '@event-sphere/kit/clock'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { OldRows } from '@event-sphere/kit/database/delete-in-batches'
import type { Verdict } from '../judge-outcome.ts'
import type { AddressKind } from './address-kind.ts'
import type { CallbackCheck } from './check-callback.ts'

/** Safaricom never sends more than this. */
const mostForOneToken = 50

export interface NewCallback {
  id: string
  tokenHash: Buffer
  body: string
  shortcode: string | undefined
  source: string
}

/**
 * Keeps what came, word for word; nothing that came to an address which is not there, and no more than so much for one.
 * @returns the ids of those that are kept
 */
export async function keepCallbacks(tx: Tx, callbacks: readonly NewCallback[]): Promise<ReadonlySet<string>> {
  // Callbacks of one address stand in line, or each would count before the others are there; addresses in one order.
  const { rows: known } = await sql<{ token: string }>`
    select encode(token, 'hex') as token,
      pg_advisory_xact_lock(hashtextextended('callbacks ' || encode(token, 'hex'), 0))
    from (select token_hash as token from callback_addresses
      where token_hash = any(${callbacks.map(({ tokenHash }) => tokenHash)}::bytea[]) order by 1) addresses`.execute(
    tx,
  )
  const addresses = new Set(known.map(({ token }) => token))
  // What strangers write is not sent to the database: it may be long, and stand beside callbacks of Safaricom's.
  const ours = callbacks.filter(({ tokenHash }) => addresses.has(tokenHash.toString('hex')))
  if (ours.length === 0) return new Set()
  const column = <Name extends keyof NewCallback>(name: Name) =>
    ours.map((callback) => callback[name] ?? null)
  const { rows } = await sql<{ id: string }>`
    insert into callbacks (id, organization_id, token_hash, body, shortcode, source)
    select id, (select organization_id from callback_addresses a where a.token_hash = counted.token_hash),
      token_hash, body, shortcode, source from (
      select new.*, row_number() over (partition by token_hash order by place)
        + (select count(*) from callbacks c where c.token_hash = new.token_hash) as nth
      from unnest(${column('id')}::uuid[], ${column('tokenHash')}::bytea[], ${column('body')}::text[],
        ${column('shortcode')}::text[], ${column('source')}::text[])
        with ordinality as new (id, token_hash, body, shortcode, source, place)) counted
    where nth <= ${mostForOneToken} returning id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export interface KeptCallback {
  id: string
  /** Of the address that it came to. */
  kind: AddressKind
  subjectId: string
  body: string
  shortcode: string | null
}

const kept = sql`select c.id, a.kind, a.subject_id as "subjectId", c.body, c.shortcode
  from callbacks c join callback_addresses a on a.token_hash = c.token_hash`

/** A callback by its id, and whose it is: that of the address that it came to. */
export interface OwnedCallback {
  id: string
  organizationId: OrganizationId
}

/** Locks a callback that has not been judged yet; waits for another process that has it. */
export async function lockUnjudged(tx: Tx, id: string): Promise<KeptCallback | undefined> {
  const { rows } = await sql<KeptCallback>`
    ${kept} where c.id = ${id} and c.judged_at is null for update of c`.execute(tx)
  return rows[0]
}

/** Those of these callbacks that nobody has judged or has in hand, in the order in which they came. */
export async function lockFree(tx: Tx, ids: readonly string[]): Promise<KeptCallback[]> {
  const { rows } = await sql<KeptCallback>`
    ${kept} where c.id = any(${ids}::uuid[]) and c.judged_at is null
    order by c.received_at, c.id for update of c skip locked`.execute(tx)
  return rows
}

export type CallbackVerdict =
  | Verdict
  | Extract<CallbackCheck, { kind: 'rejected' }>['because']
  | 'receipt_taken'

export interface JudgedCallback {
  id: string
  verdict: CallbackVerdict
}

export async function markJudged(tx: Tx, judged: readonly JudgedCallback[]): Promise<void> {
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
    select c.id from callbacks c join callback_addresses a on a.token_hash = c.token_hash
    where a.kind = 'stk_prompt' and a.subject_id = ${paymentId} and c.judged_at is null order by c.received_at`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/**
 * What still waits long after its request must have ended, as the process that asked is gone. Those that were tried the
 * longest ago come first, and stand last from now on: a hundred that fail each time keep nobody else waiting.
 */
export async function claimForgotten(tx: Tx, olderThanSeconds: number): Promise<OwnedCallback[]> {
  const now = await readNow(tx)
  const before = new Date(now.getTime() - olderThanSeconds * 1000)
  const { rows } = await sql<OwnedCallback | { organizationId: null }>`
    update callbacks set tried_at = ${now}
    where id in (
      select id from callbacks
      where judged_at is null and received_at < ${before} and waits_since < ${before}
      order by waits_since limit 100 for update skip locked)
    returning id, organization_id as "organizationId"`.execute(tx)
  return rows.filter((row) => row.organizationId !== null)
}

/** A callback that waits to be judged; undefined if it has been judged. `isTried`: an earlier attempt failed. */
export async function findWaiting(
  reader: Reader,
  id: string,
): Promise<(OwnedCallback & { isTried: boolean }) | undefined> {
  const { rows } = await sql<OwnedCallback & { isTried: boolean }>`
    select id, organization_id as "organizationId", tried_at is not null as "isTried"
    from callbacks where id = ${id} and judged_at is null and organization_id is not null`.execute(reader)
  return rows[0]
}

/**
 * Some that nobody has judged or tried yet; in no order, so that several workers seldom reach for the same one. Those that
 * were tried would take everybody beside them along each time.
 */
export async function listWaiting(reader: Reader, most: number): Promise<OwnedCallback[]> {
  const { rows } = await sql<OwnedCallback>`
    select id, organization_id as "organizationId" from (
      select id, organization_id from callbacks
      where judged_at is null and tried_at is null and organization_id is not null order by received_at limit 500) waiting
    order by random() limit ${most}`.execute(reader)
  return rows
}

/** An attempt to judge it failed: from now on it is judged by itself. */
export async function markTried(tx: Tx, id: string): Promise<void> {
  await sql`
    update callbacks set tried_at = clock.now()
    where id in (select id from callbacks where id = ${id} and judged_at is null for update skip locked)`.execute(
    tx,
  )
}

export const judgedBefore = (before: Date): OldRows => ({
  table: 'callbacks',
  where: sql`received_at < ${before} and judged_at is not null`,
})
