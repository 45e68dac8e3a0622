import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import type { Queues } from '../queues.ts'
import { endPurchases } from './end-purchases.ts'
import { mailCancellation } from './mail-cancellation.ts'

export const cancellationHandlers = (
  ctx: Context,
): Pick<Handlers<Queues>, 'cancellations.end-purchases' | 'cancellations.mail'> => ({
  'cancellations.end-purchases': (job) => endPurchases(ctx, job),
  'cancellations.mail': (job) => mailCancellation(ctx, job),
})
