import type { Context } from '../context.ts'
import { askSafaricom } from './ask-safaricom.ts'
import { claimDuePayments } from './claim-due.ts'

/** Asks about every prompt whose time has come; the callback may be lost. */
export async function askAboutDue(ctx: Context): Promise<void> {
  const due = await ctx.database.transaction(claimDuePayments)
  const asked = await Promise.allSettled(due.map((payment) => askSafaricom(ctx, payment)))
  for (const { id, fault } of asked.flatMap((end, at) =>
    end.status === 'rejected' ? [{ id: due[at]?.id, fault: end.reason }] : [],
  ))
    ctx.log.error({ paymentId: id, err: fault }, 'a payment could not be asked about')
}
