import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql, type Tx } from '@event-sphere/kit/database/database'

/** Where payments move by what Safaricom says, several at once and each of them once. The caller has locked the rows. */

export interface Proof {
  id: PaymentId
  cents: Cents
  receipt: string | null
  resultCode: string
  resultText: string
  /** Ask Safaricom once more: this attempt had been called a failure. */
  isSurprise: boolean
}

/** Those that it moved: callback, query and retry may all try, and one of them does it. */
export async function markPaid(tx: Tx, proofs: readonly Proof[]): Promise<ReadonlySet<PaymentId>> {
  if (proofs.length === 0) return new Set()
  const column = <Name extends keyof Proof>(name: Name) => proofs.map((proof) => proof[name])
  const { rows } = await sql<{ id: PaymentId }>`
    update payments set status = 'paid', paid_cents = new.cents, receipt = new.named, result_code = new.code,
      result_text = new.words, settled_at = clock.now(),
      next_query_at = case when new.is_surprise and checkout_request_id is not null then clock.now() end
    from unnest(${column('id')}::uuid[], ${column('cents')}::int[], ${column('receipt')}::text[],
      ${column('resultCode')}::text[], ${column('resultText')}::text[], ${column('isSurprise')}::boolean[])
      as new (id, cents, named, code, words, is_surprise)
    where payments.id = new.id and status <> 'paid' returning payments.id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export interface LateReceipt {
  id: PaymentId
  receipt: string
  moreCents: Cents
}

/** Receipts that came after the money was known by a query; `moreCents` came with them. */
export async function addReceipts(tx: Tx, found: readonly LateReceipt[]): Promise<void> {
  if (found.length === 0) return
  await sql`
    update payments set receipt = new.named, paid_cents = paid_cents + new.more
    from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ receipt }) => receipt)}::text[],
      ${found.map(({ moreCents }) => moreCents)}::int[]) as new (id, named, more)
    where payments.id = new.id and receipt is null`.execute(tx)
}

export interface Said {
  id: PaymentId
  resultCode: string
  resultText: string
}

export async function markFailed(tx: Tx, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  await sql`
    update payments set status = 'failed', result_code = new.code, result_text = new.words,
      settled_at = clock.now(), next_query_at = null
    from ${saidRows(said)} where payments.id = new.id and status <> 'paid'`.execute(tx)
}

/** What Safaricom says while it goes on: kept for the words that people read. */
export async function noteResults(tx: Tx, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  await sql`
    update payments set result_code = new.code, result_text = new.words
    from ${saidRows(said)} where payments.id = new.id and status in ('created', 'prompted', 'expired')`.execute(
    tx,
  )
}

const saidRows = (said: readonly Said[]) => sql`
  unnest(${said.map(({ id }) => id)}::uuid[], ${said.map(({ resultCode }) => resultCode)}::text[],
    ${said.map(({ resultText }) => resultText)}::text[]) as new (id, code, words)`
