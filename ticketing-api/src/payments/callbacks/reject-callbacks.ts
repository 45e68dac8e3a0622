import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import type { LockedAttempt } from '../lock-attempts.ts'
import { askSoon } from '../move-store.ts'
import { type CallbackVerdict, type KeptCallback, markJudged } from './store.ts'

export interface RejectedCallback {
  callback: KeptCallback
  attempt: LockedAttempt
  because: CallbackVerdict
  isWorthAsking: boolean
}

/** Rejects the callbacks; if one may be about its prompt all the same, Safaricom is asked. */
export async function rejectCallbacks(
  ctx: Context,
  tx: Tx,
  rejected: readonly RejectedCallback[],
): Promise<void> {
  await markJudged(
    tx,
    rejected.map(({ callback, because }) => ({ id: callback.id, verdict: because })),
  )
  const toAsk = rejected.filter(({ isWorthAsking }) => isWorthAsking)
  if (toAsk.length > 0)
    await askSoon(
      tx,
      toAsk.map(({ attempt }) => attempt.payment.id),
      await readNow(tx),
    )
  for (const { callback, attempt, because } of rejected)
    ctx.log.warn(
      { callbackId: callback.id, paymentId: attempt.payment.id, because },
      'a callback is not believed',
    )
}
