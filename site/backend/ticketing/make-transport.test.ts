import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Unreachable } from '@event-sphere/api-client/unreachable'
import { expect, onTestFinished, test } from 'vitest'
import { makeTransport } from './make-transport.ts'

/** Answers with these statuses in turn and repeats the last one. */
async function aServer(statuses: number[], body = '') {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    const status = statuses[Math.min(heard.length, statuses.length) - 1] ?? 200
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { heard, baseUrl: `http://127.0.0.1:${port}` }
}

const aRequest = {
  method: 'GET',
  path: '/x',
  headers: {},
  isRepeatable: true,
  waitSeconds: 0,
  outsideSeconds: 0,
}

test('a repeatable call is sent again if the API is briefly unavailable', async () => {
  const { heard, baseUrl } = await aServer([503, 503, 200])
  const answer = await makeTransport({ baseUrl })(aRequest)
  expect(answer.status).toBe(200)
  expect(heard).toHaveLength(3)
})

test('a call that may have had an effect is never sent twice', async () => {
  const { heard, baseUrl } = await aServer([503, 200])
  const send = makeTransport({ baseUrl })
  await expect(send({ ...aRequest, method: 'POST', isRepeatable: false })).rejects.toThrow(Unreachable)
  expect(heard).toHaveLength(1)
})

test('after five faults the circuit opens, and a call is tried again later', async () => {
  const { heard, baseUrl } = await aServer([503, 503, 503, 503, 503, 200])
  const send = makeTransport({ baseUrl, halfOpenAfterMilliseconds: 50 })
  const once = { ...aRequest, isRepeatable: false }
  for (let tried = 0; tried < 8; tried += 1) await expect(send(once)).rejects.toThrow(Unreachable)
  expect(heard).toHaveLength(5)
  await expect
    .poll(() =>
      send(once).then(
        (answer) => answer.status,
        () => 0,
      ),
    )
    .toBe(200)
})

test("a payment provider's refusal counts as an answer", async () => {
  const refusal = {
    type: 'about:blank',
    title: 'M-Pesa',
    status: 502,
    code: 'payment_provider_refused',
    detail: 'It said no.',
    requestId: 'r',
  }
  const { heard, baseUrl } = await aServer([502], JSON.stringify(refusal))
  const answer = await makeTransport({ baseUrl })(aRequest)
  expect(answer.status).toBe(502)
  expect(heard).toHaveLength(1)
})
