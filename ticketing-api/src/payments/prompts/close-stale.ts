import { readNow } from '@event-sphere/kit/clock'
import type { Context } from '../../context.ts'
import { tellOfPayments } from '../../happenings/tell-of-payments.ts'
import { expireIfOver } from '../move-store.ts'
import type { PaymentRow } from '../payment-row.ts'
import { askSafaricom } from './ask-safaricom.ts'

/** Ends an attempt whose time is over: by Safaricom's answer if it can be asked, otherwise by the clock. */
export async function closeStale(ctx: Context, payment: PaymentRow): Promise<void> {
  const { id, checkoutRequestId } = payment
  if (checkoutRequestId !== null) return askSafaricom(ctx, { ...payment, checkoutRequestId })
  await ctx.database.transaction(async (tx) => {
    if (await expireIfOver(tx, id, await readNow(tx))) await tellOfPayments(tx, [id])
  })
}
