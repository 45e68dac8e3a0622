import type { Locale } from '@event-sphere/contract/auth'
import type { PaymentStatus } from '@event-sphere/contract/payments'
import { paymentId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import { refuse } from '../../call/refuse.ts'
import { dealingWith } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { findOwnPurchase } from '../find-own-purchase.ts'
import { readPayment } from '../read-payment.ts'
import { type RequestPrompt, requestPrompt } from './request-prompt.ts'
import { turnedAwayBecause } from './turned-away.ts'

export interface StartPrompt extends RequestPrompt {
  locale: Locale
}

interface Started {
  status: PaymentStatus
  isReplay: boolean
}

/** Asks the phone for the PIN; tells how that stands, and whether this key had asked before. @throws Refusal */
export async function startPrompt(ctx: Context, asked: StartPrompt): Promise<Started> {
  const own = await findOwnPurchase(ctx.database.reader, asked.caller, asked.wanted.purchaseId)
  // A purchase that is not theirs is refused below, after the limits, so that probing for one is not free.
  return own ? dealingWith(own.organizationId, () => start(ctx, asked)) : start(ctx, asked)
}

async function start(ctx: Context, { caller, locale, ...asked }: StartPrompt): Promise<Started> {
  const { id, isReplay } = await requestPrompt(ctx, { caller, ...asked })
  const seen = await readPayment(ctx, { caller, id: z.encode(paymentId, id), locale })
  if (!seen) throw refuse('not_found')
  const because = turnedAwayBecause(seen.row)
  if (because) throw refuse(because, seen.row.retryAt ? { retryAt: seen.row.retryAt.toISOString() } : {})
  return { status: seen.status, isReplay }
}
