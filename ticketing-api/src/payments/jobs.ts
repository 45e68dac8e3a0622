import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import type { Sweep } from '../sweep.ts'
import { askAboutDue } from './ask-about-due.ts'
import { expireLostPayments } from './expire-lost-payments.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeForgotten } from './judge-forgotten.ts'
import { mailOwedBack } from './mail-owed-back.ts'

export const paymentHandlers = (ctx: Context): Handlers => ({
  'payments.judge-callback': (job) => judgeCallback(ctx, job),
  'payments.owed-back-mail': (job) => mailOwedBack(ctx, job),
})

export const paymentSweeps: readonly Sweep[] = [
  { name: 'payments.ask-safaricom', everySeconds: 2, run: askAboutDue },
  { name: 'payments.expire-lost', everySeconds: 2, run: expireLostPayments },
  { name: 'payments.judge-forgotten', everySeconds: 10, run: judgeForgotten },
]
