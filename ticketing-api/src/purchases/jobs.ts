import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import { forgetOldAnswers } from '../once/forget-old-answers.ts'
import { forgetOldReplies } from '../once/forget-old-replies.ts'
import type { Queues } from '../queues.ts'
import type { Sweep } from '../sweep.ts'
import { claimPurchases } from './claim-purchases.ts'
import { expirePurchases } from './expire-purchases.ts'

export const purchaseHandlers = (ctx: Context): Pick<Handlers<Queues>, 'purchases.claim'> => ({
  'purchases.claim': (job) => claimPurchases(ctx, job),
})

export const purchaseSweeps: readonly Sweep[] = [
  { name: 'purchases.expire', everySeconds: 5, run: expirePurchases },
  { name: 'replies.forget', everySeconds: 3600, run: forgetOldReplies },
  { name: 'answers.forget', everySeconds: 3600, run: forgetOldAnswers },
]
