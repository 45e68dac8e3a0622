import { newUuid } from '@event-sphere/kit/ids'
import cors from '@fastify/cors'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { refuse } from './call/refuse.ts'
import type { Route } from './call/route.ts'
import type { Context } from './context.ts'
import { makeAllowedMethods } from './http/allowed-methods.ts'
import { serveDocs } from './http/docs.ts'
import { endWell } from './http/end-well.ts'
import { serveOneAtATime } from './http/one-at-a-time.ts'
import { plainHeaders } from './http/plain-headers.ts'
import { refuseOnTheWire } from './http/refuse-on-the-wire.ts'
import { serveRoutes } from './http/serve-routes.ts'
import { tellProblem } from './http/tell-problem.ts'
import { callbackRoutes } from './payments/callbacks/callback-routes.ts'
import { registerCallbackParser } from './payments/callbacks/register-callback-parser.ts'
import { allRoutes } from './routes.ts'

const largestBodyBytes = 256 * 1024

/** Longer than any call may take, the longest wait for a payment included. */
const silentMilliseconds = 60_000
const idleMilliseconds = 30_000

/** The Ticketing API as a server that does not listen yet. */
export async function buildApp(ctx: Context, routes: readonly Route[] = allRoutes): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    // The path may carry a callback's secret, so requests are logged by their route (see below), not by their URL.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBodyBytes,
    genReqId: newUuid,
    requestTimeout: 30_000,
    connectionTimeout: silentMilliseconds,
    keepAliveTimeout: idleMilliseconds,
    return503OnClosing: true,
    trustProxy: ctx.config.trustedProxies,
    // A header without a limit of its own bounds the path: 16 kB.
    routerOptions: { maxParamLength: 16 * 1024 },
    // Fastify refuses it below, as problem+json.
    http: { requireHostHeader: false },
    frameworkErrors: (fault, request, reply) => {
      reply.headers(plainHeaders(request.id))
      return tellProblem(ctx, fault, request, reply)
    },
    clientErrorHandler: refuseOnTheWire,
  })
  // What a client expects of us beyond an answer (RFC 9110, 10.1.1) need not be met.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  serveOneAtATime(app)
  endWell(app, ctx)
  await app.register(cors, {
    origin: originsOf(ctx.config.sitePublicUrl),
    exposedHeaders: ['Idempotent-Replayed', 'Retry-After', 'ETag', 'X-Request-Id'],
    strictPreflight: false,
    maxAge: 600,
  })
  addPlainHeaders(app)
  logRequests(app, ctx)
  app.addHook('onRequest', async ({ host }) => {
    if (host === '') throw refuse('invalid_request')
  })
  takeJsonAlone(app)
  app.setErrorHandler((thrown, request, reply) => tellProblem(ctx, thrown, request, reply))
  const allowedMethods = makeAllowedMethods(routes, '/api')
  app.setNotFoundHandler((request, reply) => {
    const methods = allowedMethods(request.url)
    if (methods.length > 0) reply.header('allow', methods.join(', '))
    return tellProblem(ctx, refuse(methods.length > 0 ? 'method_not_allowed' : 'not_found'), request, reply)
  })
  await app.register((api) => serveApi(api, ctx, routes), { prefix: '/api' })
  return app
}

async function serveApi(api: FastifyInstance, ctx: Context, routes: readonly Route[]): Promise<void> {
  serveRoutes(
    api,
    ctx,
    routes.filter((route) => !callbackRoutes.includes(route)),
  )
  await api.register(async (doors) => {
    registerCallbackParser(doors)
    serveRoutes(doors, ctx, callbackRoutes)
  })
  await serveDocs(api, ctx, routes)
}

function addPlainHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(plainHeaders(request.id))) {
      if (!reply.hasHeader(name)) reply.header(name, value)
    }
  })
}

function logRequests(app: FastifyInstance, ctx: Context): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request
    const ms = Math.round(reply.elapsedTime)
    ctx.log.info({ requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms }, 'request')
  })
}

/** Only JSON; but many clients name the type of a body that they do not send, as for a call that needs none. */
function takeJsonAlone(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

/** The site's own origin; on a developer's machine both of its names. */
function originsOf(siteUrl: string): string[] {
  const { origin } = new URL(siteUrl)
  return [
    ...new Set([
      origin,
      origin.replace('//127.0.0.1', '//localhost'),
      origin.replace('//localhost', '//127.0.0.1'),
    ]),
  ]
}
