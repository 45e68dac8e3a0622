import type { Happening } from '@event-sphere/contract/happenings'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announceOfPayments } from './announce-of-payments.ts'
import type { LockedAttempt } from './lock-attempts.ts'

/** Payments that became paid just now, with what came in for each. */
export async function announcePaid(
  ctx: Context,
  tx: Tx,
  paid: readonly (LockedAttempt & { cents: Cents })[],
): Promise<void> {
  const told = paid.map(({ payment, purchase, cents }) => {
    const ids = { paymentId: payment.id, purchaseId: purchase.id, eventId: purchase.eventId }
    const happening: Happening = {
      type: 'payment.success',
      data: { ...ids, amount: cents, currency: 'KES' },
    }
    return { organizationId: purchase.organizationId, happening }
  })
  await announceOfPayments(ctx, tx, told)
}
