import { logFault } from '@event-sphere/kit/log'
import { Refusal } from '@event-sphere/kit/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { readLocale } from './headers.ts'
import { problemOf } from './problem.ts'
import { retryAfterSeconds } from './retry-after-seconds.ts'

/** Answers with what was thrown, as problem+json; a fault wakes someone. */
export function tellProblem(ctx: Context, thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(thrown, readLocale(request), request.id)
  const isForeseen = thrown instanceof Refusal && problem.code !== 'fault'
  if (problem.status >= 500 && !isForeseen) {
    const { method, routeOptions, id: requestId } = request
    logFault(
      ctx.log,
      { requestId, method, route: routeOptions.url, code: problem.code },
      thrown,
      'call failed',
    )
  }
  const seconds = retryAfterSeconds(problem, ctx.clock.now())
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
