import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import { takeTurns } from '@event-sphere/kit/take-turns'
import type { Context } from '../context.ts'
import type { Queues } from '../queues.ts'
import type { Sweep } from '../sweep.ts'
import { forgetOldCallbacks } from './callbacks/forget-old-callbacks.ts'
import { judgeForgotten } from './callbacks/judge-forgotten.ts'
import { judgeWaiting } from './callbacks/judge-waiting.ts'
import { mailOwedBack } from './mail-owed-back.ts'
import { askAPerson } from './prompts/ask-a-person.ts'
import { askAboutDue } from './prompts/ask-about-due.ts'
import { expireOpenPayments } from './prompts/expire-open-payments.ts'

/** Jobs of one process judge in turn: each takes along all callbacks that have arrived meanwhile. */
export const paymentHandlers = (
  ctx: Context,
): Pick<Handlers<Queues>, 'payments.judge-callback' | 'payments.owed-back-mail'> => {
  const inTurn = takeTurns()
  return {
    'payments.judge-callback': (job) => inTurn(() => judgeWaiting(ctx, job)),
    'payments.owed-back-mail': (job) => mailOwedBack(ctx, job),
  }
}

export const paymentSweeps: readonly Sweep[] = [
  { name: 'payments.ask-safaricom', everySeconds: 2, run: askAboutDue },
  { name: 'payments.expire-open', everySeconds: 2, run: expireOpenPayments },
  { name: 'payments.judge-forgotten', everySeconds: 10, run: judgeForgotten },
  { name: 'payments.ask-a-person', everySeconds: 60, run: askAPerson },
  { name: 'payments.forget-callbacks', everySeconds: 3600, run: forgetOldCallbacks },
]
