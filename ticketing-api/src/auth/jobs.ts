import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import type { Queues } from '../queues.ts'
import type { Sweep } from '../sweep.ts'
import { forgetEndedAccess } from './forget-ended-access.ts'
import { mailRegisteredAgain } from './mail-registered-again.ts'
import { sendLinkMail } from './send-link-mail.ts'

export const authHandlers = (
  ctx: Context,
): Pick<Handlers<Queues>, 'auth.link-mail' | 'auth.registered-again'> => ({
  'auth.link-mail': (job) => sendLinkMail(ctx, job),
  'auth.registered-again': (job) => mailRegisteredAgain(ctx, job),
})

export const authSweeps: readonly Sweep[] = [
  { name: 'auth.forget', everySeconds: 3600, run: forgetEndedAccess },
]
