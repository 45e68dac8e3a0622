import { readNow } from '@event-sphere/kit/clock'
import type { Context } from '../../context.ts'
import { tellOfPayments } from '../../happenings/tell-of-payments.ts'
import { expireOpen } from '../move-store.ts'

/**
 * Attempts whose time is over stand in nobody's way: those that cannot be asked about at once, the others soon after,
 * if nobody has come to ask. Their callback still finds them.
 */
export async function expireOpenPayments(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await tellOfPayments(tx, await expireOpen(tx, await readNow(tx)))
  })
}
