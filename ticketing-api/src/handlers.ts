import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import { authHandlers, authSweeps } from './auth/jobs.ts'
import { acrossOrganizations } from './call/scope.ts'
import { cancellationHandlers } from './cancellations/jobs.ts'
import type { Context } from './context.ts'
import { happeningSweeps } from './happenings/jobs.ts'
import { heartbeatSweeps } from './heartbeat/jobs.ts'
import { invariantSweeps } from './invariants/jobs.ts'
import { limitSweeps } from './limits/jobs.ts'
import { paymentHandlers, paymentSweeps } from './payments/jobs.ts'
import { purchaseHandlers, purchaseSweeps } from './purchases/jobs.ts'
import type { Queues } from './queues.ts'
import { seatSweeps } from './seats/jobs.ts'
import type { Sweep } from './sweep.ts'
import { ticketHandlers } from './tickets/jobs.ts'
import { webhookSweeps } from './webhooks/jobs.ts'

export const allHandlers = (ctx: Context): Handlers<Queues> =>
  forTheInstallation({
    ...authHandlers(ctx),
    ...ticketHandlers(ctx),
    ...purchaseHandlers(ctx),
    ...paymentHandlers(ctx),
    ...cancellationHandlers(ctx),
  })

/** A job names a purchase or an event: whose that is, the handler finds out and goes on in its organization. */
function forTheInstallation(handlers: Handlers<Queues>): Handlers<Queues> {
  const scoped = Object.entries(handlers).map(([queue, handle]) => [
    queue,
    (data: never) => acrossOrganizations(() => handle(data)),
  ])
  return Object.fromEntries(scoped)
}

export const allSweeps: readonly Sweep[] = [
  ...heartbeatSweeps,
  ...authSweeps,
  ...limitSweeps,
  ...invariantSweeps,
  ...seatSweeps,
  ...purchaseSweeps,
  ...paymentSweeps,
  ...happeningSweeps,
  ...webhookSweeps,
]
