import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import { paymentId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import { refuse } from '../../call/refuse.ts'
import type { Context } from '../../context.ts'
import { readPayment } from '../read-payment.ts'
import { type RequestPrompt, requestPrompt } from './request-prompt.ts'
import { turnedAwayBecause } from './turned-away.ts'

export interface StartPrompt extends RequestPrompt {
  locale: Locale
}

/** Asks the phone for the PIN; tells how that stands, and whether this key had asked before. @throws Refusal */
export async function startPrompt(
  ctx: Context,
  { caller, locale, ...asked }: StartPrompt,
): Promise<{ status: PaymentStatus; isReplay: boolean }> {
  const { id, isReplay } = await requestPrompt(ctx, { caller, ...asked })
  const seen = await readPayment(ctx, { caller, id: z.encode(paymentId, id), locale })
  if (!seen) throw refuse('not_found')
  const because = turnedAwayBecause(seen.row)
  if (because) throw refuse(because, seen.row.retryAt ? { retryAt: seen.row.retryAt.toISOString() } : {})
  return { status: seen.status, isReplay }
}
