import { newUuid } from '@event-sphere/kit/ids'
import { logFault } from '@event-sphere/kit/log'
import { Refusal } from '@event-sphere/kit/refusal'
import cors from '@fastify/cors'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Context } from './context.ts'
import { serveDocs } from './http/docs.ts'
import { problemOf } from './http/problem.ts'
import { readLocale } from './http/read-headers.ts'
import type { Route } from './http/route.ts'
import { serveRoutes } from './http/serve.ts'
import { callbackRoutes } from './payments/callback-routes.ts'
import { registerCallbackParser } from './payments/register-callback-parser.ts'
import { refuse } from './refuse.ts'
import { allRoutes } from './routes.ts'

const largestBodyBytes = 256 * 1024

/** The Ticketing API as a server that does not listen yet. */
export async function buildApp(ctx: Context, routes: readonly Route[] = allRoutes): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    // The path may carry a callback's secret, so requests are logged by their route (see below), not by their URL.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBodyBytes,
    genReqId: newUuid,
    requestTimeout: 30_000,
    return503OnClosing: true,
  })
  await app.register(cors, {
    origin: originsOf(ctx.config.sitePublicUrl),
    exposedHeaders: ['Idempotent-Replayed'],
    maxAge: 600,
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request
    const ms = Math.round(reply.elapsedTime)
    ctx.log.info({ requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms }, 'request')
  })
  allowEmptyBodies(app)
  app.setErrorHandler((thrown, request, reply) => sendProblem(ctx, thrown, request, reply))
  app.setNotFoundHandler((request, reply) => sendProblem(ctx, refuse('not_found'), request, reply))
  await app.register(
    async (api) => {
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
    },
    { prefix: '/api' },
  )
  return app
}

/** Many clients name the type of a body that they do not send, as for a call that needs none. */
function allowEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
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

type Request = Parameters<Parameters<FastifyInstance['setErrorHandler']>[0]>[1]
type Reply = Parameters<Parameters<FastifyInstance['setErrorHandler']>[0]>[2]

function sendProblem(ctx: Context, thrown: unknown, request: Request, reply: Reply) {
  const problem = problemOf(thrown, readLocale(request), request.id)
  const facts = {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url,
    code: problem.code,
  }
  if (problem.status >= 500 && !(thrown instanceof Refusal)) logFault(ctx.log, facts, thrown, 'call failed')
  if (problem.status === 409 || problem.status === 503) reply.header('retry-after', '1')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
