import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql, type Tx } from '@event-sphere/kit/database/database'

/** Where a payment's status moves. Whoever calls has locked the row, or lets the row decide. */

interface Ids {
  merchantRequestId: string
  checkoutRequestId: string
}

/** The prompt is on its way. A callback may have overtaken this answer: then only the ids are new. */
export async function markPrompted(tx: Tx, id: PaymentId, ids: Ids & { nextQueryAt: Date }): Promise<void> {
  await sql`
    update payments set
      merchant_request_id = ${ids.merchantRequestId}, checkout_request_id = ${ids.checkoutRequestId},
      answered_at = clock.now(),
      status = case status when 'created' then 'prompted' else status end,
      next_query_at = case when status in ('paid', 'failed') then null else ${ids.nextQueryAt}::timestamptz end
    where id = ${id}`.execute(tx)
}

/** The ids that a lost answer would have brought; the callback that brings them settles the rest. */
export async function adoptIds(tx: Tx, id: PaymentId, ids: Ids): Promise<void> {
  await sql`
    update payments set
      merchant_request_id = ${ids.merchantRequestId}, checkout_request_id = ${ids.checkoutRequestId},
      answered_at = coalesce(answered_at, clock.now()),
      next_query_at = case when status = 'paid' then null else clock.now() + interval '15 seconds' end
    where id = ${id} and checkout_request_id is null`.execute(tx)
}

/** M-Pesa turned the request away: no prompt. */
export async function markTurnedAway(
  tx: Tx,
  id: PaymentId,
  said: { resultCode: string | null; because: string; text: string; retryAt: Date | null },
): Promise<void> {
  await sql`
    update payments set status = 'failed', result_code = ${said.resultCode}, result_text = ${said.text},
      refused_because = ${said.because}, retry_at = ${said.retryAt},
      answered_at = clock.now(), settled_at = clock.now()
    where id = ${id} and status = 'created'`.execute(tx)
  await markAnswered(tx, id)
}

/** The call that asked for the prompt is over, with nothing to show for it. */
export async function markAnswered(tx: Tx, id: PaymentId): Promise<void> {
  await sql`
    update payments set answered_at = coalesce(answered_at, clock.now()) where id = ${id}`.execute(tx)
}

export interface Proof {
  cents: Cents
  receipt: string | null
  resultCode: string
  resultText: string
  /** Ask Safaricom once more: this attempt had been called a failure. */
  isSurprise: boolean
}

/** True for the one caller that moved it; callback, query and retry may all try. */
export async function markPaid(tx: Tx, id: PaymentId, proof: Proof): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update payments set status = 'paid', paid_cents = ${proof.cents}, receipt = ${proof.receipt},
      result_code = ${proof.resultCode}, result_text = ${proof.resultText}, settled_at = clock.now(),
      next_query_at = case when ${proof.isSurprise}::boolean and checkout_request_id is not null then clock.now() end
    where id = ${id} and status <> 'paid'`.execute(tx)
  return numAffectedRows === 1n
}

/** A receipt that came after the money was known by a query; `moreCents` came with it. */
export async function addReceipt(
  tx: Tx,
  id: PaymentId,
  found: { receipt: string; moreCents: Cents },
): Promise<void> {
  await sql`
    update payments set receipt = ${found.receipt}, paid_cents = paid_cents + ${found.moreCents}
    where id = ${id} and receipt is null`.execute(tx)
}

export async function markFailed(
  tx: Tx,
  id: PaymentId,
  said: { resultCode: string; resultText: string },
): Promise<void> {
  await sql`
    update payments set status = 'failed', result_code = ${said.resultCode}, result_text = ${said.resultText},
      settled_at = clock.now(), next_query_at = null
    where id = ${id} and status <> 'paid'`.execute(tx)
}

/** What Safaricom says while it goes on: kept for the words that people read. */
export async function noteResult(
  tx: Tx,
  id: PaymentId,
  said: { resultCode: string; resultText: string },
): Promise<void> {
  await sql`
    update payments set result_code = ${said.resultCode}, result_text = ${said.resultText}
    where id = ${id} and status in ('created', 'prompted', 'expired')`.execute(tx)
}

/** An open attempt whose time is over lets another one start; a success that comes later still counts. */
export async function expireIfOver(tx: Tx, id: PaymentId, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update payments set status = 'expired'
    where id = ${id} and status in ('created', 'prompted') and open_until <= ${now}`.execute(tx)
  return numAffectedRows === 1n
}

/** The prompt is over, with nothing decided: it keeps others out for no longer than this. */
export async function closeBy(tx: Tx, id: PaymentId, at: Date): Promise<void> {
  await sql`
    update payments set open_until = least(open_until, ${at}::timestamptz)
    where id = ${id} and status in ('created', 'prompted')`.execute(tx)
}

/** How long an attempt whose time is over may still wait for an answer about itself. */
const graceSeconds = 60

/** The same for every attempt that nobody can ask about, as its answer was lost, or has asked about in time. */
export async function expireOpen(tx: Tx, now: Date): Promise<PaymentId[]> {
  const waitedEnough = new Date(now.getTime() - graceSeconds * 1000)
  const { rows } = await sql<{ id: PaymentId }>`
    update payments set status = 'expired'
    where id in (
      select id from payments
      where status in ('created', 'prompted') and open_until <= ${now}
        and (checkout_request_id is null or open_until <= ${waitedEnough})
      limit 500 for update skip locked)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Asks Safaricom at the next round, where there is something to ask about. */
export async function askSoon(tx: Tx, id: PaymentId, now: Date): Promise<void> {
  await sql`
    update payments set next_query_at = ${now}
    where id = ${id} and status <> 'paid' and checkout_request_id is not null
      and created_at > ${now}::timestamptz - interval '24 hours'`.execute(tx)
}

/** Tells whoever waits for news of this payment, in any process, once this commits. */
export async function announcePayment(tx: Tx, id: PaymentId): Promise<void> {
  await sql`select pg_notify('payment_news', ${id})`.execute(tx)
}
