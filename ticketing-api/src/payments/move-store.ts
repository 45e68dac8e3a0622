import type { EventId, OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql, type Tx } from '@event-sphere/kit/database/database'

/** Transitions of a payment's status. The caller has locked the row, or lets the row decide. */

/** An attempt that came to nothing, as far as it is told. */
export interface FailedAttempt {
  id: PaymentId
  amountCents: Cents
  resultCode: string | null
  purchaseId: PurchaseId
  eventId: EventId
  organizationId: OrganizationId
}

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

/** The ids that lost answers would have brought; the callbacks that bring them settle the rest. */
export async function adoptIds(tx: Tx, found: readonly (Ids & { id: PaymentId })[]): Promise<void> {
  if (found.length === 0) return
  await sql`
    update payments set
      merchant_request_id = new.merchant, checkout_request_id = new.checkout,
      answered_at = coalesce(answered_at, clock.now()),
      next_query_at = case when status = 'paid' then null else clock.now() + interval '15 seconds' end
    from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map((one) => one.merchantRequestId)}::text[],
      ${found.map((one) => one.checkoutRequestId)}::text[]) as new (id, merchant, checkout)
    where payments.id = new.id and checkout_request_id is null`.execute(tx)
}

/** M-Pesa turned the request away: no prompt. What failed by it; undefined if the attempt had moved already. */
export async function markTurnedAway(
  tx: Tx,
  id: PaymentId,
  said: { resultCode: string | null; because: string; text: string; retryAt: Date | null },
): Promise<FailedAttempt | undefined> {
  const { rows } = await sql<FailedAttempt>`
    update payments m set status = 'failed', result_code = ${said.resultCode}, result_text = ${said.text},
      refused_because = ${said.because}, retry_at = ${said.retryAt},
      answered_at = clock.now(), settled_at = clock.now()
    from purchases p where m.id = ${id} and m.status = 'created' and p.id = m.purchase_id
    returning m.id, m.amount_cents as "amountCents", m.result_code as "resultCode",
      p.id as "purchaseId", p.event_id as "eventId", p.organization_id as "organizationId"`.execute(tx)
  await markAnswered(tx, id)
  return rows[0]
}

/** The call that asked for the prompt is over, with nothing to show for it. */
export async function markAnswered(tx: Tx, id: PaymentId): Promise<void> {
  await sql`
    update payments set answered_at = coalesce(answered_at, clock.now()) where id = ${id}`.execute(tx)
}

/** An open attempt whose time is over lets another one start; a success that comes later still counts. */
export async function expireIfOver(tx: Tx, id: PaymentId, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update payments set status = 'expired'
    where id = ${id} and status in ('created', 'prompted') and open_until <= ${now}`.execute(tx)
  return numAffectedRows === 1n
}

/** The prompts are over, with nothing decided: they keep others out for no longer than this. */
export async function closeBy(tx: Tx, ids: readonly PaymentId[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update payments set open_until = least(open_until, ${at}::timestamptz)
    where id = any(${ids}::uuid[]) and status in ('created', 'prompted')`.execute(tx)
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

/** Asks Safaricom in the next round, if there is a prompt to ask about. */
export async function askSoon(tx: Tx, ids: readonly PaymentId[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update payments set next_query_at = ${now}
    where id = any(${ids}::uuid[]) and status <> 'paid' and checkout_request_id is not null
      and created_at > ${now}::timestamptz - interval '24 hours'`.execute(tx)
}

/** When Safaricom is asked next; null if nobody asks any more. */
export async function askNext(tx: Tx, id: PaymentId, at: Date | null): Promise<void> {
  await sql`update payments set next_query_at = ${at} where id = ${id}`.execute(tx)
}
