import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import { authHandlers, authSweeps } from './auth/jobs.ts'
import { cancellationHandlers } from './cancellations/jobs.ts'
import type { Context } from './context.ts'
import { heartbeatSweeps } from './heartbeat/jobs.ts'
import { invariantSweeps } from './invariants/jobs.ts'
import { limitSweeps } from './limits/jobs.ts'
import { paymentHandlers, paymentSweeps } from './payments/jobs.ts'
import { purchaseHandlers, purchaseSweeps } from './purchases/jobs.ts'
import { seatSweeps } from './seats/jobs.ts'
import type { Sweep } from './sweep.ts'
import { ticketHandlers } from './tickets/jobs.ts'

export const allHandlers = (ctx: Context): Handlers => ({
  ...authHandlers(ctx),
  ...ticketHandlers(ctx),
  ...purchaseHandlers(ctx),
  ...paymentHandlers(ctx),
  ...cancellationHandlers(ctx),
})

/** Every queue that a verb fills or a handler works off. A ticket's mail may be two seconds late; who waits does not. */
export const queues = {
  'auth.link-mail': { isUrgent: true },
  'auth.registered-again': { isUrgent: true },
  'tickets.mail': { isUrgent: false },
  'purchases.claim': { isUrgent: true },
  'payments.judge-callback': { isUrgent: true },
  'payments.owed-back-mail': { isUrgent: true },
  'cancellations.end-purchases': { isUrgent: true },
  'cancellations.mail': { isUrgent: true },
}

export const allSweeps: readonly Sweep[] = [
  ...heartbeatSweeps,
  ...authSweeps,
  ...limitSweeps,
  ...invariantSweeps,
  ...seatSweeps,
  ...purchaseSweeps,
  ...paymentSweeps,
]
