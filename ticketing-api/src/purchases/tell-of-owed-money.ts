import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'

const readers = ['buyer', 'organiser'] as const

/** A purchase has ended while part of its money is here: buyer and organiser hear of it. */
export async function tellOfOwedMoney(
  ctx: Context,
  tx: Tx,
  { id, paidCents }: { id: PurchaseId; paidCents: Cents },
): Promise<void> {
  if (paidCents === 0) return
  const mails = readers.map((reader) => ({ purchaseId: id, reader }))
  await ctx.jobs.enqueue(tx, 'payments.owed-back-mail', mails)
}
