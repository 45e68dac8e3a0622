import type { MatterKind } from '@event-sphere/contract/matters'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { raiseMatter } from '../matters/raise-matter.ts'
import type { AboutPayment } from './about-payment.ts'

type PaymentMatter = Extract<
  MatterKind,
  'payment_undecided' | 'payment_contradiction' | 'payment_short' | 'receipt_taken'
>

/** Puts a payment before a person, with what M-Pesa's statement names it by. */
export async function raiseAboutPayment(
  ctx: Context,
  tx: Tx,
  kind: PaymentMatter,
  { payment, purchase, outcome }: AboutPayment,
): Promise<void> {
  ctx.log.error({ paymentId: payment.id, kind, code: outcome?.resultCode }, 'a payment needs a person')
  await raiseMatter(tx, {
    kind,
    subject: 'payment',
    subjectId: payment.id,
    organizationId: purchase.organizationId,
    eventId: purchase.eventId,
    facts: {
      account: purchase.account,
      amount: payment.amountCents / 100,
      received: payment.paidCents === null ? null : payment.paidCents / 100,
      receipt: payment.receipt,
      buyer: purchase.buyerEmail,
      promptedAt: payment.createdAt.toISOString(),
      ...(outcome && {
        saidCode: outcome.resultCode ?? null,
        saidReceipt: outcome.receipt ?? null,
        saidAmount: outcome.amountCents === undefined ? null : outcome.amountCents / 100,
      }),
    },
  })
}
