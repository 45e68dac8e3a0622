import type { OrganizationId, PaymentId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import { nextQueryAt } from './query-times.ts'

export interface AskedPayment {
  id: PaymentId
  checkoutRequestId: string
  /** Until then the prompt may be on the phone. */
  openUntil: Date
}

export interface DuePayment extends AskedPayment {
  organizationId: OrganizationId
}

interface DueRow extends DuePayment {
  createdAt: Date
  isPaid: boolean
}

/**
 * Payments to ask about now: those that were asked about least, and of them the newest first, whose payers stand with
 * the phone in their hand. Each is put off to its next time, so that two workers never ask the same question.
 */
export async function claimDuePayments(
  tx: Tx,
  { now, most }: { now: Date; most: number },
): Promise<DuePayment[]> {
  const { rows } = await sql<DueRow>`
    select id, organization_id as "organizationId", checkout_request_id as "checkoutRequestId", open_until as "openUntil", created_at as "createdAt", status = 'paid' as "isPaid"
    from payments where next_query_at <= ${now} and checkout_request_id is not null
    order by queries, created_at desc limit ${most} for update skip locked`.execute(tx)
  if (rows.length === 0) return []
  const times = rows.map((row) => (row.isPaid ? null : (nextQueryAt(row.createdAt, now) ?? null)))
  await sql`
    update payments set next_query_at = new.at, queries = queries + 1
    from unnest(${rows.map((row) => row.id)}::uuid[], ${times}::timestamptz[]) as new (id, at)
    where payments.id = new.id`.execute(tx)
  return rows
}
