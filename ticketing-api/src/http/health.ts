import { makeReadiness } from '@event-sphere/kit/database/readiness'
import Fastify, { type FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { acrossOrganizations } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { measureHeartbeat } from '../heartbeat/measure-heartbeat.ts'
import { measureMatters } from '../matters/measure-matters.ts'
import { measureDeliveries } from '../webhooks/measure-deliveries.ts'

/** `/healthz` asks nobody; `/readyz` asks the database and looks at the line; `/metrics` has a port of its own. */
export async function startHealth(app: FastifyInstance, ctx: Context): Promise<FastifyInstance> {
  app.get('/healthz', async () => ({ status: 'ok' }))
  const answers = makeReadiness(ctx.database.reader)
  app.get('/readyz', async (_request, reply) => {
    const status = await statusOf(ctx, answers)
    return reply.code(status === 'ready' ? 200 : 503).send({ status })
  })
  const metrics = Fastify({ logger: false })
  const registry = measureRequests(app)
  measureMatters(registry, ctx.database.reader)
  measureHeartbeat(registry, ctx.database.reader)
  measureDeliveries(registry, ctx.database.reader)
  metrics.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await acrossOrganizations(() => registry.metrics())),
  )
  await metrics.listen({ host: ctx.config.host, port: ctx.config.metricsPort })
  return metrics
}

async function statusOf({ saleLines }: Context, answers: () => Promise<boolean>): Promise<string> {
  if (!(await answers())) return 'waiting for the database'
  // Then sales do not go through, whatever the database answers to others.
  return saleLines.oldestWaitingMilliseconds() > saleLines.deadlineMilliseconds
    ? 'buyers wait too long'
    : 'ready'
}

function measureRequests(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to the answer',
    labelNames: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method: request.method, route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
  })
  return registry
}
