import type { Clock } from '@event-sphere/kit/clock'
import type { Database } from '@event-sphere/kit/database/database'
import type { Listener } from '@event-sphere/kit/database/listen'
import type { Jobs } from '@event-sphere/kit/jobs/jobs'
import type { Log } from '@event-sphere/kit/log'
import type { Config } from './config.ts'
import type { Mailer } from './gateways/mailer.ts'
import type { MpesaGateway } from './gateways/mpesa/mpesa-gateway.ts'
import type { WebhookWire } from './gateways/webhooks/webhook-wire.ts'
import type { NewCallback } from './payments/callbacks/store.ts'
import type { Queues } from './queues.ts'
import type { SaleLines } from './sales/line.ts'

/** What every verb may use; made once a process. */
export interface Context {
  config: Config
  log: Log
  database: Database
  clock: Clock
  jobs: Jobs<Queues>
  /** Hears that a payment moved, whichever process moved it. */
  paymentNews: Listener
  /** Hears that a session, a person's rights or a key ended, whichever program ended them. */
  endedAccess: Listener
  mpesa: MpesaGateway
  mailer: Mailer
  webhookWire: WebhookWire
  saleLines: SaleLines
  /** Stores a callback, batched with concurrent ones; false if no prompt matches. */
  keepCallback: (callback: NewCallback) => Promise<boolean>
}
