import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../../context.ts'
import { readStkCallback } from '../../gateways/mpesa/stk-callback.ts'
import { rejectLetters } from '../callbacks/reject-letters.ts'
import type { KeptLetter, LetterVerdict } from '../callbacks/store.ts'
import { lockAttempts } from '../lock-attempts.ts'
import { raiseAboutPayment } from '../raise-about-payment.ts'
import { listAttemptsOfTokens } from '../store.ts'

/** A letter that claims what belongs to another payment; if that is a receipt, a person looks. */
export async function turnDown(
  ctx: Context,
  tx: Tx,
  letter: KeptLetter,
  because: LetterVerdict,
): Promise<void> {
  const [known] = (await listAttemptsOfTokens(tx, [letter.tokenHash])).values()
  if (!known) return
  const attempt = (await lockAttempts(tx, [known]))(known.id)
  await rejectLetters(ctx, tx, [{ letter, attempt, because, isWorthAsking: true }])
  if (because !== 'receipt_taken') return
  const { receipt, resultCode } = readStkCallback(letter.body) ?? {}
  const outcome = { ...(receipt && { receipt }), ...(resultCode && { resultCode }) }
  await raiseAboutPayment(ctx, tx, because, { ...attempt, outcome })
}
