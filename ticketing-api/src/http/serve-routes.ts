import { createHash } from 'node:crypto'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import { newUuid } from '@event-sphere/kit/ids'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorKinds, type Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import { DrawnReply, KeptReply, type Route } from '../call/route.ts'
import { acrossOrganizations, asCaller } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { answerOnce } from '../once/answer-once.ts'
import { readIdempotencyKey, readLocale, readWants } from './headers.ts'
import { identifyCaller } from './identify-caller.ts'
import { parsePart } from './parse-part.ts'
import { readVisitor } from './read-visitor.ts'
import { strict } from './strict.ts'

/** For calls without a body: an unexpected body is refused, not ignored. */
const nothing = z.strictObject({}).nullish()

/** Makes each route of the contract answer on the server. */
export function serveRoutes(app: FastifyInstance, ctx: Context, routes: readonly Route[]): void {
  for (const route of routes) {
    const { endpoint } = route
    const bodyShape = endpoint.method === 'GET' ? undefined : strict(endpoint.body ?? nothing)
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const answer = await answerCall(ctx, { ...route, bodyShape }, request)
        return isPublicRead(endpoint)
          ? sendTagged(request, reply, endpoint, answer)
          : send(reply, endpoint, answer)
      },
    })
  }
}

type ParsedRoute = Route & { bodyShape: z.ZodType | undefined }

/** The same steps for every call: who asks, may they, what do they say; then the verb, once for each key. */
async function answerCall(ctx: Context, route: ParsedRoute, request: FastifyRequest): Promise<unknown> {
  // Whose they are is not known before they are.
  const caller = await acrossOrganizations(() => identifyCaller(ctx, request.headers.authorization))
  requireActor(route.endpoint, caller)
  return asCaller(caller, () => answerCaller(ctx, route, caller, request))
}

async function answerCaller(
  ctx: Context,
  { endpoint, bodyShape, handle, keepsItsReply }: ParsedRoute,
  caller: Caller,
  request: FastifyRequest,
): Promise<unknown> {
  const params = parsePart(endpoint.params, 'params', request.params)
  const query = parsePart(endpoint.query, 'query', request.query)
  const sentKey = readIdempotencyKey(endpoint, request)
  const body = parsePart(bodyShape, 'body', request.body)
  const call = {
    ...{ ctx, caller, params, query, body, idempotencyKey: sentKey ?? newUuid() },
    wants: readWants(request),
    locale: readLocale(request),
    requestId: request.id,
    source: request.ip,
    visitor: readVisitor(request, ctx.config.trustedProxies),
  }
  // Anonymous callers cannot be told apart: if two used the same key, one would get the other's answer.
  if (sentKey === undefined || keepsItsReply || caller.kind === 'public') return handle(call)
  const keyed = {
    ...{ caller, key: sentKey, call: `${endpoint.method} ${endpoint.path}` },
    asked: { params, query, body },
  }
  return answerOnce(ctx, keyed, async () => encodeReply(endpoint, await handle(call)))
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
  const body = encodeReply(endpoint, answer)
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'public, no-cache')
  const known = request.headers['if-none-match']
    ?.split(',')
    .map((each) => each.trim().replace(/^(?:W\/)?/, 'W/'))
  if (known?.some((each) => each === tag || each === 'W/*')) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

const encodeReply = ({ status, reply }: Endpoint, answer: unknown): string =>
  status === 204 ? '' : JSON.stringify(z.encode(reply, answer as never))

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  if (answer instanceof DrawnReply) return reply.type(answer.contentType).send(answer.body)
  const isKept = answer instanceof KeptReply
  if (isKept && answer.isReplay) reply.header('Idempotent-Replayed', 'true')
  reply.code(endpoint.status)
  if (endpoint.status === 204) return reply.send()
  reply.type('application/json; charset=utf-8')
  return reply.send(isKept ? answer.body : encodeReply(endpoint, answer))
}
