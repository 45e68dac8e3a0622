import { fileURLToPath } from 'node:url'
import type { Send } from '@event-sphere/api-client/send'
import { type Clock, startDatabaseClock } from '@event-sphere/kit/clock'
import { type Database, openDatabase } from '@event-sphere/kit/database/database'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { type Log, logFault } from '@event-sphere/kit/log'
import type { Request, Response } from 'express'
import { makeBrowserSession } from './auth-service/browser-session.ts'
import { forgetSessions } from './auth-service/forget-sessions.ts'
import { browserOf, formTokenOf } from './auth-service/form-token.ts'
import { makeSessions, type Sessions } from './auth-service/sessions.ts'
import type { SiteConfig } from './config.ts'
import { type EventCache, makeEventCache } from './event-cache/event-cache.ts'
import { readLanguage, rememberLanguage } from './http/language.ts'
import { allowWrittenScripts } from './http/security-headers.ts'
import type { Site } from './site.ts'
import { makeTransport } from './ticketing/make-transport.ts'
import { makeTicketing, type Ticketing } from './ticketing/ticketing.ts'
import { followNews } from './webhooks-in/follow-news.ts'

const migrations = fileURLToPath(new URL('migrations/', import.meta.url))
const schema = 'site'
const forgetEveryMilliseconds = 3_600_000

/** Services that all requests share. */
export interface Services {
  database: Database
  clock: Clock
  send: Send
  sessions: Sessions
  cache: EventCache
  /** Calls on behalf of the organization, not of a visitor. */
  ticketing: Ticketing
  log: Log
  organizationToken: string
  ticketingUrl: string
  /** The Ticketing API's address for this process. */
  apiUrl: string
  close(): Promise<void>
}

export async function startServices({ config, log }: { config: SiteConfig; log: Log }): Promise<Services> {
  const onFault = (fault: unknown) => logFault(log, {}, fault, 'database connection failed')
  await migrateSchema({ url: config.databaseUrl, schema, folder: migrations })
  const database = openDatabase({ url: config.databaseUrl, schema, onFault })
  const clock = await startDatabaseClock({ database: database.reader, onFault })
  let forgetting = Promise.resolve()
  const forget = () => {
    forgetting = forgetSessions(database).catch(onFault)
  }
  forget()
  const everyHour = setInterval(forget, forgetEveryMilliseconds).unref()
  const send = makeTransport({
    baseUrl: config.ticketing.baseUrl,
    onStateChange: (isOpen) => log.warn({ isOpen }, 'circuit breaker to the Ticketing API changed'),
  })
  const organizationToken = config.ticketing.token
  const nobody = { accessToken: () => undefined, renew: async () => undefined }
  const requestId = 'site-cache'
  const onBreach = logBreach(log, requestId)
  const speaker = { send, user: nobody, organizationToken, language: 'en', requestId, onBreach }
  const ticketing = makeTicketing(speaker)
  const cache = makeEventCache({ ticketing, organizationId: config.ticketing.organizationId })
  const news = await followNews(config.databaseUrl, cache, onFault)
  return {
    database,
    clock,
    send,
    log,
    organizationToken,
    apiUrl: config.ticketing.baseUrl,
    ticketingUrl: config.ticketing.browserUrl ?? config.ticketing.baseUrl,
    sessions: makeSessions({ database: database.reader, send }),
    cache,
    ticketing,
    async close() {
      clock.stop()
      await news.close()
      clearInterval(everyHour)
      await forgetting
      await database.close()
    },
  }
}

interface Visit {
  services: Services
  request: Request
  response: Response
  publicUrl: string
}

/** Creates the load context of one request. */
export async function makeSite({ services, request, response, publicUrl }: Visit): Promise<Site> {
  const { sessions, send, organizationToken, log } = services
  const isSecure = publicUrl.startsWith('https:')
  const language = readLanguage(request, isSecure)
  const requestId = String(response.locals.requestId)
  const onFault = (fault: unknown) => logFault(log, { requestId }, fault, 'session store failed')
  const session = await makeBrowserSession({ request, response, sessions, isSecure, onFault })
  response.locals.isSignedIn = session.state !== 'signed_out'
  return {
    ticketing: makeTicketing({
      ...{ send, user: session.credentials, organizationToken, language, requestId },
      visitor: { network: request.ip, browser: browserOf(request, isSecure) },
      onBreach: logBreach(log, requestId),
    }),
    session,
    cache: services.cache,
    formToken: formTokenOf(request, response, isSecure),
    language,
    rememberLanguage: (chosen) => rememberLanguage(response, isSecure, chosen),
    allowWrittenScripts: () => allowWrittenScripts(response),
    publicUrl,
    ticketingUrl: services.ticketingUrl,
    requestId,
    now: () => services.clock.now(),
  }
}

function logBreach(log: Log, requestId: string) {
  return (breach: Error) =>
    logFault(log, { requestId }, breach, 'reply of the Ticketing API broke the contract and was ignored')
}
