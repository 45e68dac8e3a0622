import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import { readStkCallback } from '../../gateways/mpesa/stk-callback.ts'
import { lockAttempts } from '../lock-attempts.ts'
import { raiseAboutPayment } from '../raise-about-payment.ts'
import { listKnownAttempts } from '../store.ts'
import { rejectCallbacks } from './reject-callbacks.ts'
import type { CallbackVerdict, KeptCallback } from './store.ts'

/** A callback that claims what belongs to another payment; if that is a receipt, a person looks. */
export async function turnDownPrompt(
  ctx: Context,
  tx: Tx,
  callback: KeptCallback,
  because: CallbackVerdict,
): Promise<void> {
  const [known] = (await listKnownAttempts(tx, [callback.subjectId])).values()
  if (!known) return
  const attempt = (await lockAttempts(tx, [known]))(known.id)
  await rejectCallbacks(ctx, tx, [{ callback, attempt, because, isWorthAsking: true }])
  if (because !== 'receipt_taken') return
  const { receipt, resultCode } = readStkCallback(callback.body) ?? {}
  const outcome = { ...(receipt && { receipt }), ...(resultCode && { resultCode }) }
  await raiseAboutPayment(ctx, tx, because, { ...attempt, outcome })
}
