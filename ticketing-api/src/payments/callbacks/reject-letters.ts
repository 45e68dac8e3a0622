import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import type { LockedAttempt } from '../lock-attempts.ts'
import { askSoon } from '../move-store.ts'
import { type KeptLetter, type LetterVerdict, markJudged } from './store.ts'

export interface RejectedLetter {
  letter: KeptLetter
  attempt: LockedAttempt
  because: LetterVerdict
  isWorthAsking: boolean
}

/** The letters are not believed; where one may be about its prompt all the same, Safaricom is asked. */
export async function rejectLetters(
  ctx: Context,
  tx: Tx,
  rejected: readonly RejectedLetter[],
): Promise<void> {
  await markJudged(
    tx,
    rejected.map(({ letter, because }) => ({ id: letter.id, verdict: because })),
  )
  const toAsk = rejected.filter(({ isWorthAsking }) => isWorthAsking)
  if (toAsk.length > 0)
    await askSoon(
      tx,
      toAsk.map(({ attempt }) => attempt.payment.id),
      await readNow(tx),
    )
  for (const { letter, attempt, because } of rejected)
    ctx.log.warn(
      { callbackId: letter.id, paymentId: attempt.payment.id, because },
      'a callback is not believed',
    )
}
