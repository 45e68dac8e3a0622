import type pg from 'pg'
import { cloneRows, crockfordOf, uuidOf } from './clone-rows.ts'
import type { Models } from './sell-models.ts'

export interface Backlog {
  /** Purchases whose hold has ended but has not been released. */
  endedHolds: number
  /** Prompts whose callback was lost, so that Safaricom has to be queried. */
  lostCallbacks: number
  /** Kept replies that have expired. */
  oldReplies: number
}

/** The most rows of one filling; the next filling begins after them. */
const mostRows = 100_000

/** Creates a backlog for the sweeps, as large as after a bad day. It may be filled again, with the next number. */
export async function fillBacklog(
  client: pg.Client,
  { waiting }: Models,
  backlog: Backlog,
  filling = 0,
): Promise<void> {
  const from = filling * mostRows + 1
  const lastEnded = from + backlog.endedHolds - 1
  const to = lastEnded + backlog.lostCallbacks
  for (const copies of waitingRows(waiting.purchaseId, lastEnded)) {
    await cloneRows(client, { ...copies, from, to })
  }
  await client.query(
    `update quotas set size = 100000000, taken = taken + $1
     where id in (select quota_id from ticket_type_quotas where ticket_type_id = $2)`,
    [to - from + 1, waiting.ticketTypeId],
  )
  await loseCallbacks(client, lastEnded + 1, to)
  await keepOldReplies(client, from, from + backlog.oldReplies - 1)
}

async function loseCallbacks(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `with prompts as (
       select (select id from organizations limit 1) as organization_id, ${uuidOf(6)} as id, ${uuidOf(5)} as purchase_id, n
       from generate_series($1::bigint, $2::bigint) n),
     addresses as (
       insert into callback_addresses (token_hash, organization_id, kind, subject_id)
       select sha256(n::text::bytea), organization_id, 'stk_prompt', id from prompts)
     insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, merchant_request_id,
       checkout_request_id, created_at, answered_at, open_until, next_query_at)
     select organization_id, id, purchase_id, '+2547' || lpad(n::text, 8, '0'), 150000, 'prompted', 'bench-' || n,
       'ws_CO_bench_' || n, clock.now(), clock.now(), clock.now() + interval '1 hour', clock.now()
     from prompts`,
    [from, to],
  )
}

/** The first ones have ended; the rest last for an hour. */
function waitingRows(purchaseId: string, lastEnded: number) {
  const expiresAt = `clock.now() + case when n <= ${lastEnded} then interval '-1 minute' else interval '1 hour' end`
  return [
    {
      table: 'purchases',
      model: { column: 'id', value: purchaseId },
      differs: {
        id: uuidOf(5),
        buyer_email: `'waiting' || n || '@example.com'`,
        account: `${crockfordOf(5_130_316_250_151)} || 'W'`,
        expires_at: expiresAt,
      },
    },
    {
      table: 'purchase_items',
      model: { column: 'purchase_id', value: purchaseId },
      differs: { purchase_id: uuidOf(5) },
    },
    {
      table: 'holds',
      model: { column: 'id', value: purchaseId },
      differs: { id: uuidOf(5), expires_at: expiresAt },
    },
    {
      table: 'hold_items',
      model: { column: 'hold_id', value: purchaseId },
      differs: { hold_id: uuidOf(5) },
    },
  ]
}

async function keepOldReplies(client: pg.Client, from: number, to: number): Promise<void> {
  const { rows } = await client.query<{ key: Buffer }>('select key_hash as key from idempotency_keys limit 1')
  await cloneRows(client, {
    table: 'idempotency_keys',
    model: { column: 'key_hash', value: rows[0]?.key },
    from,
    to,
    differs: { key_hash: 'sha256(n::text::bytea)', created_at: `model.created_at - interval '31 days'` },
  })
}
