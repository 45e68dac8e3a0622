import type { EventId } from '@event-sphere/contract/values/ids'
import { startDatabaseClock } from '@event-sphere/kit/clock'
import { openDatabase } from '@event-sphere/kit/database/database'
import { openListener } from '@event-sphere/kit/database/listen'
import type { Scope } from '@event-sphere/kit/database/scope'
import { gather } from '@event-sphere/kit/gather'
import { startJobs } from '@event-sphere/kit/jobs/jobs'
import { type Log, logFault } from '@event-sphere/kit/log'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { type Mailer, smtpMailer } from './gateways/mailer.ts'
import { darajaGateway } from './gateways/mpesa/daraja.ts'
import type { MpesaGateway } from './gateways/mpesa/mpesa-gateway.ts'
import { httpWebhookWire } from './gateways/webhooks/http-wire.ts'
import type { WebhookWire } from './gateways/webhooks/webhook-wire.ts'
import { keepGroup, mostKeptTogether } from './payments/callbacks/keep-group.ts'
import { type Queues, queues } from './queues.ts'
import { makeSaleLines } from './sales/line.ts'
import { serveGroup } from './sales/serve-group.ts'

export interface ContextOptions {
  config: Config
  log: Log
  isWorker: boolean
  /** Stand-ins at the gateways; left out, the real wire. */
  mpesa?: MpesaGateway
  mailer?: Mailer
  webhookWire?: WebhookWire
  /** Who asks the database outside of every call, job and sweep: a test. Left out, nobody. */
  scope?: Scope
}

/** Nobody waits for a worker, and some of its rounds read much. */
const workerStatementSeconds = 30

/** Opens everything that verbs use, and closes it again. */
export async function openContext({ config, log, isWorker, ...standIns }: ContextOptions) {
  const onFault = (fault: unknown) => logFault(log, {}, fault, 'database connection failed')
  const url = config.databaseUrl
  const database = openDatabase({
    url,
    schema: 'ticketing',
    maxConnections: config.databaseConnections,
    ...(isWorker && { statementSeconds: workerStatementSeconds }),
    ...(standIns.scope && { scope: standIns.scope }),
    onFault,
  })
  const clock = await startDatabaseClock({ database: database.reader, onFault })
  const jobs = await startJobs<Queues>({ url, queues, log, isWorker })
  const paymentNews = await openListener({ url, channel: 'payment_news', onFault })
  const endedAccess = await openListener({ url, channel: 'ended_access', onFault })
  const ctx: Context = {
    config,
    log,
    database,
    clock,
    jobs,
    paymentNews,
    endedAccess,
    mpesa: standIns.mpesa ?? darajaGateway({ settings: config.mpesa, database, log }),
    mailer: standIns.mailer ?? smtpMailer({ url: config.smtpUrl, from: config.mailFrom, now: clock.now }),
    webhookWire: standIns.webhookWire ?? httpWebhookWire({ trustedUrls: config.webhookTrustedUrls }),
    saleLines: makeSaleLines((eventId: EventId, wishes) => serveGroup(ctx, eventId, wishes)),
    keepCallback: gather((callbacks) => keepGroup(ctx, callbacks), mostKeptTogether),
  }
  const close = async () => {
    clock.stop()
    await jobs.stop()
    await paymentNews.close()
    await endedAccess.close()
    ctx.mailer.close()
    await database.close()
  }
  return { ctx, close }
}
