import type { Happening } from '@event-sphere/contract/happenings'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { announceOfPayments } from './announce-of-payments.ts'
import type { FailedAttempt } from './move-store.ts'

/** Attempts that came to nothing just now. */
export async function announceFailed(ctx: Context, tx: Tx, failed: readonly FailedAttempt[]): Promise<void> {
  const told = failed.map(({ id, purchaseId, eventId, organizationId, amountCents, resultCode }) => {
    const happening: Happening = {
      type: 'payment.failed',
      data: { paymentId: id, purchaseId, eventId, amount: amountCents, currency: 'KES', resultCode },
    }
    return { organizationId, happening }
  })
  await announceOfPayments(ctx, tx, told)
}
