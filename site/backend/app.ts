import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Log, logFault, makeLog } from '@event-sphere/kit/log'
import { createRequestHandler } from '@react-router/express'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { type RouterContext, RouterContextProvider, type ServerBuild } from 'react-router'
import type { SiteConfig } from './config.ts'
import { guardConnections } from './http/guard-connections.ts'
import { keepPages } from './http/keep-page.ts'
import { keepPrivate } from './http/keep-private.ts'
import { refuseForgery } from './http/refuse-forgery.ts'
import { refuseMalformed } from './http/refuse-malformed.ts'
import { logRequests } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveGate, serveSiteFiles } from './http/serve-files.ts'
import { serveHealth } from './http/serve-health.ts'
import { serveLive } from './live/routes.ts'
import { makeSite, type Services, startServices } from './services.ts'
import type { Site } from './site.ts'
import { keepSubscribed } from './webhooks-in/keep-subscribed.ts'
import { secretOf } from './webhooks-in/secret-of.ts'
import { serveWebhooks, webhookPath } from './webhooks-in/serve-webhooks.ts'

export interface RunningSite {
  url: string
  /** Finishes open requests, then closes. */
  close(): Promise<void>
}

/** The screens as built by `react-router build`, with the key of their load context. */
type Screens = ServerBuild & { entry: { module: { siteContext: RouterContext<Site> } } }

const screensFile = new URL('../build/server/index.js', import.meta.url)

export async function startSite(config: SiteConfig): Promise<RunningSite> {
  const log = makeLog({ box: 'site', level: config.logLevel })
  const screens = (await import(screensFile.href)) as Screens
  const services = await startServices({ config, log })
  const server = createServer()
  guardConnections(server)
  const stop = new AbortController()
  try {
    await listen(server, config.port)
  } catch (fault) {
    await services.close()
    throw fault
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  server.on('request', makeApp({ services, screens, publicUrl: config.publicUrl ?? url, stop: stop.signal }))
  log.info({ url }, 'listening')
  const subscribed = config.webhookUrl && keepWebhook(services, config.webhookUrl, stop.signal)
  return {
    url,
    async close() {
      stop.abort()
      await new Promise((closed) => {
        server.close(closed)
        server.closeIdleConnections()
      })
      await subscribed
      await services.close()
    },
  }
}

function keepWebhook(services: Services, webhookUrl: string, stop: AbortSignal): Promise<void> {
  const { ticketing, cache, organizationToken, log } = services
  const secret = secretOf(organizationToken)
  const onMissed = () => cache.doubtAll()
  return keepSubscribed({ ticketing, url: `${webhookUrl}${webhookPath}`, secret, onMissed, log }, stop)
}

interface Parts {
  services: Services
  screens: Screens
  publicUrl: string
  stop: AbortSignal
}

function makeApp({ services, screens, publicUrl, stop }: Parts): Express {
  const { ticketingUrl } = services
  const app = express().disable('x-powered-by').set('trust proxy', 'loopback')
  const isSecure = publicUrl.startsWith('https:')
  app.use(logRequests(services.log))
  app.use(refuseMalformed)
  app.use(securityHeaders({ isSecure, ticketingUrl }))
  serveHealth(app, services.database.reader, services.apiUrl)
  serveWebhooks(app, services)
  app.use(keepPages(isSecure))
  app.use(compression({ threshold: 512 }))
  serveGate(app, ticketingUrl)
  serveSiteFiles(app)
  app.use(keepPrivate)
  app.use(refuseForgery(publicUrl))
  serveLive(app, services, publicUrl, stop)
  app.use(serveScreens(screens, services, publicUrl))
  app.use(answerFault(services.log))
  return app
}

function serveScreens(screens: Screens, services: Services, publicUrl: string) {
  return createRequestHandler({
    build: { ...screens, allowedActionOrigins: [new URL(publicUrl).host] },
    mode: 'production',
    async getLoadContext(request, response) {
      const context = new RouterContextProvider()
      context.set(
        screens.entry.module.siteContext,
        await makeSite({ services, request, response, publicUrl }),
      )
      return context
    },
  })
}

function answerFault(log: Log) {
  return (fault: unknown, _request: Request, response: Response, next: NextFunction): void => {
    const status = statusOf(fault)
    if (status >= 500) logFault(log, { requestId: response.locals.requestId }, fault, 'request failed')
    if (response.headersSent) {
      next(fault)
      return
    }
    response
      .status(status)
      .type('text/plain')
      .send(status === 404 ? 'Not found\n' : 'Something went wrong\n')
  }
}

function statusOf(fault: unknown): number {
  const status = typeof fault === 'object' && fault !== null && 'status' in fault ? Number(fault.status) : 500
  return status >= 400 && status < 500 ? status : 500
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
}
