import type { Locale } from '@event-sphere/contract/auth'
import type { EventId, PurchaseId, UserId } from '@event-sphere/contract/values/ids'
import type { QueueSettings } from '@event-sphere/kit/jobs/jobs'

/** Every queue that a verb fills and a handler works off, and what its jobs carry. */
export type Queues = {
  'auth.link-mail': { email: string; locale: Locale; askId: string }
  'auth.registered-again': { userId: UserId; locale: Locale }
  /** Of a whole group in the line; several are one job each before any is mailed, so that each is tried by itself. */
  'tickets.mail': { purchaseIds: readonly PurchaseId[] }
  'purchases.claim': { userId: UserId; email: string }
  'payments.judge-callback': { callbackId: string }
  'payments.owed-back-mail': { purchaseId: PurchaseId; reader: 'buyer' | 'organiser' }
  'cancellations.end-purchases': { eventId: EventId; after: string }
  'cancellations.mail': { purchaseId: PurchaseId }
}

/** A ticket's mail may be two seconds late; who waits does not. */
export const queues: QueueSettings<Queues> = {
  'auth.link-mail': { isUrgent: true },
  'auth.registered-again': { isUrgent: true },
  'tickets.mail': { isUrgent: false },
  'purchases.claim': { isUrgent: true },
  'payments.judge-callback': { isUrgent: true },
  'payments.owed-back-mail': { isUrgent: true },
  'cancellations.end-purchases': { isUrgent: true },
  'cancellations.mail': { isUrgent: true },
}
