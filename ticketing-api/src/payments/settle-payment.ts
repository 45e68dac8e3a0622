import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import type { Outcome, Verdict } from './judge-outcome.ts'
import { lockAttempts } from './lock-attempts.ts'
import { settlePayments } from './settle-payments.ts'
import { findPayment } from './store.ts'

/** What a query says about one payment: a group of one. */
export async function settlePayment(ctx: Context, tx: Tx, id: PaymentId, outcome: Outcome): Promise<Verdict> {
  const found = await findPayment(tx, id)
  if (!found) throw new Error(`payment ${id} not found while settling`)
  const locked = await lockAttempts(tx, [found])
  const verdicts = await settlePayments(ctx, tx, [{ ...locked(id), outcome }])
  return verdicts.get(id) ?? 'known'
}
