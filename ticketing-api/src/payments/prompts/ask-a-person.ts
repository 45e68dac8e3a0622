import { readNow } from '@event-sphere/kit/clock'
import type { Context } from '../../context.ts'
import { raiseAboutPayment } from '../raise-about-payment.ts'
import { claimUndecided } from '../store.ts'

/** After a day nobody asks Safaricom any more: its statement has to be looked into. */
export async function askAPerson(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    for (const about of await claimUndecided(tx, await readNow(tx)))
      await raiseAboutPayment(ctx, tx, 'payment_undecided', about)
  })
}
