import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import { endPurchases } from './end-purchases.ts'
import { mailCancellation } from './mail-cancellation.ts'

export const cancellationHandlers = (ctx: Context): Handlers => ({
  'cancellations.end-purchases': (job) => endPurchases(ctx, job),
  'cancellations.mail': (job) => mailCancellation(ctx, job),
})
