import { findFreePort } from '@event-sphere/kit/find-free-port'
import { makeLog } from '@event-sphere/kit/log'
import { expect, onTestFinished, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { raiseDeadJob } from '../raise-dead-job.ts'
import { startTicketingApi } from '../start-ticketing-api.ts'

test('whoever watches the metrics sees the open matters, the silence of the worker, and the requests', async () => {
  const api = await startApi()
  const metricsPort = (await findFreePort(0)) ?? 0
  const process = await startTicketingApi({
    config: { ...api.ctx.config, databaseUrl: api.databaseUrl, metricsPort },
    log: makeLog({ box: 'test', level: 'silent' }),
    mpesa: api.mpesa,
    mailer: { send: async () => undefined, close: () => undefined },
  })
  onTestFinished(process.close)
  await fetch(`${process.url}/api/events/public`)
  await raiseDeadJob(api.ctx, { queue: 'tickets.mail', jobId: 'b0', data: {} })

  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()

  expect(metrics).toContain('open_matters{kind="dead_job"} 1')
  expect(metrics).toMatch(/^worker_silent_seconds /m)
  expect(metrics).toContain('webhook_deliveries{status="dead"} 0')
  expect(metrics).toContain('http_requests_total{method="GET",route="/api/events/public",status="200"} 1')
  // What counts money and people is not for those who reach the API.
  expect((await fetch(`${process.url}/metrics`)).status).toBe(404)
})
