import { createHash } from 'node:crypto'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorKinds, type Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { identifyCaller } from './identify-caller.ts'
import { parsePart } from './parse.ts'
import { readIdempotencyKey, readLocale, readWants } from './read-headers.ts'
import { DrawnReply, KeptReply, type Route } from './route.ts'

/** Makes each route of the contract answer on the server. */
export function serveRoutes(app: FastifyInstance, ctx: Context, routes: readonly Route[]): void {
  for (const route of routes) {
    const { endpoint } = route
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const answer = await answerCall(ctx, route, request)
        return isPublicRead(endpoint)
          ? sendTagged(request, reply, endpoint, answer)
          : send(reply, endpoint, answer)
      },
    })
  }
}

/** The same steps for every call: who asks, may they, what do they say; then the verb. */
async function answerCall(
  ctx: Context,
  { endpoint, handle }: Route,
  request: FastifyRequest,
): Promise<unknown> {
  const caller = await identifyCaller(ctx, request.headers.authorization)
  requireActor(endpoint, caller)
  return handle({
    ctx,
    caller,
    params: parsePart(endpoint.params, 'params', request.params),
    query: parsePart(endpoint.query, 'query', request.query),
    idempotencyKey: readIdempotencyKey(endpoint, request),
    body: parsePart(endpoint.body, 'body', request.body),
    wants: readWants(request),
    locale: readLocale(request),
    requestId: request.id,
    source: request.ip,
  })
}

function requireActor(endpoint: Endpoint, caller: Caller): void {
  const kinds = actorKinds(caller)
  if (endpoint.actor.some((kind) => kinds.includes(kind))) return
  throw refuse(caller.kind === 'public' ? 'unauthenticated' : 'forbidden')
}

const isPublicRead = ({ method, actor }: Endpoint) => method === 'GET' && actor.includes('public')

/** What everybody may read carries a tag of its content (RFC 9110, 8.8.3): who has it already gets no body. */
function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  answer: unknown,
): FastifyReply {
  const body = JSON.stringify(z.encode(endpoint.reply, answer as never))
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'public, no-cache')
  const known = request.headers['if-none-match']
    ?.split(',')
    .map((each) => each.trim().replace(/^(?:W\/)?/, 'W/'))
  if (known?.some((each) => each === tag || each === 'W/*')) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  if (answer instanceof DrawnReply) return reply.type(answer.contentType).send(answer.body)
  reply.code(endpoint.status)
  if (endpoint.status === 204) return reply.send()
  reply.type('application/json; charset=utf-8')
  if (!(answer instanceof KeptReply))
    return reply.send(JSON.stringify(z.encode(endpoint.reply, answer as never)))
  if (answer.isReplay) reply.header('Idempotent-Replayed', 'true')
  return reply.send(answer.body)
}
