import { type Happening, happeningData } from '@event-sphere/contract/happenings'
import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { insertHeard } from './store.ts'
import { tellOfPayments } from './tell-of-payments.ts'

export interface Told {
  organizationId: OrganizationId
  /** The types that its webhooks listen to, `*` for all, if the caller has read them already. */
  heard?: readonly string[]
}

/**
 * Announces what has happened in one organization. Its readers act in this transaction, so it has happened if, and
 * only if, that commits: tickets are mailed, people who wait for a payment are told, and what a webhook listens to is
 * kept for it. Statements are sent at once, so that they travel with those of the caller.
 */
export async function announce(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  told: Told,
  happenings: readonly Happening[],
): Promise<void> {
  await Promise.all([
    mailTickets(ctx, tx, happenings),
    tellOfPayments(tx, happenings.flatMap(paymentOf)),
    keepHeard(tx, told, happenings),
  ])
}

/** One job for all; its handler splits it into one per purchase. */
async function mailTickets(
  { jobs }: Pick<Context, 'jobs'>,
  tx: Tx,
  happenings: readonly Happening[],
): Promise<void> {
  const purchaseIds = happenings.flatMap((one): PurchaseId[] =>
    one.type === 'purchase.completed' ? [one.data.purchaseId] : [],
  )
  if (purchaseIds.length > 0) await jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds }])
}

function paymentOf(one: Happening): PaymentId[] {
  return one.type === 'payment.success' || one.type === 'payment.failed' ? [one.data.paymentId] : []
}

/** A webhook is told by nobody's NOTIFY: that would let one transaction commit at a time. */
async function keepHeard(tx: Tx, { organizationId, heard }: Told, happenings: readonly Happening[]) {
  const isHeard = ({ type }: Happening) => !heard || heard.includes(type) || heard.includes('*')
  const kept = happenings.filter(isHeard)
  if (kept.length === 0) return
  const rows = kept.map(({ type, data }) => ({ type, data: z.encode<z.ZodType>(happeningData[type], data) }))
  await insertHeard(tx, organizationId, rows)
}
