import type { Context } from '../context.ts'
import { announcePayment, expireLost } from './moves.ts'

/** Attempts whose answer was lost cannot be asked about: their time ends them. Their callback still finds them. */
export async function expireLostPayments(ctx: Context): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    for (const id of await expireLost(tx)) await announcePayment(tx, id)
  })
}
