import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import type { Sweep } from '../sweep.ts'
import { askAPerson } from './ask-a-person.ts'
import { askAboutDue } from './ask-about-due.ts'
import { expireOpenPayments } from './expire-open-payments.ts'
import { forgetOldCallbacks } from './forget-old-callbacks.ts'
import { judgeForgotten } from './judge-forgotten.ts'
import { judgeWaiting } from './judge-waiting.ts'
import { mailOwedBack } from './mail-owed-back.ts'

export const paymentHandlers = (ctx: Context): Handlers => ({
  'payments.judge-callback': (job) => judgeWaiting(ctx, job),
  'payments.owed-back-mail': (job) => mailOwedBack(ctx, job),
})

export const paymentSweeps: readonly Sweep[] = [
  { name: 'payments.ask-safaricom', everySeconds: 2, run: askAboutDue },
  { name: 'payments.expire-open', everySeconds: 2, run: expireOpenPayments },
  { name: 'payments.judge-forgotten', everySeconds: 10, run: judgeForgotten },
  { name: 'payments.ask-a-person', everySeconds: 60, run: askAPerson },
  { name: 'payments.forget-callbacks', everySeconds: 3600, run: forgetOldCallbacks },
]
