import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { raiseOwedMoney } from './raise-owed-money.ts'
import { lockRow } from './store.ts'

const readers = ['buyer', 'organiser'] as const

/** A purchase as it stands after a change: if money in it buys nothing, buyer and organiser hear of it. */
export async function tellOfOwedMoney(
  ctx: Context,
  tx: Tx,
  { id, paidCents }: { id: PurchaseId; paidCents: Cents },
): Promise<void> {
  if (paidCents === 0) return
  const purchase = await lockRow(tx, id)
  if (!purchase || !(await raiseOwedMoney(tx, purchase))) return
  ctx.log.warn({ purchaseId: id }, 'money is owed back')
  const mails = readers.map((reader) => ({ purchaseId: id, reader }))
  await ctx.jobs.enqueue(tx, 'payments.owed-back-mail', mails)
}
