import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WireBody } from '@event-sphere/contract/endpoint'
import { createWebhook, listDeliveries } from '@event-sphere/contract/webhooks'
import { Webhook } from 'standardwebhooks'
import { onTestFinished } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { webhookSweeps } from './jobs.ts'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

type Answer = (response: ServerResponse, received: Received) => void
export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end()

/** A server of an organizer that takes what it is sent, and answers as a test says. */
export async function aReceiver() {
  const received: Received[] = []
  const receiver = { received, origin: '', answer: answering(204) }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      received.push(one)
      receiver.answer(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return receiver
}
export type Receiver = Awaited<ReturnType<typeof aReceiver>>

/** Where the receiver may be reached: the first with a secret of its owner's. */
export const urlsOf = ({ origin }: Receiver): [string, string, ...string[]] => [
  `${origin}/hooks?key=abc`,
  `${origin}/other`,
  ...Array.from({ length: 7 }, (_, nth) => `${origin}/hooks/${nth}`),
]

/** An API with the summit on sale, and receivers that it may reach. */
export async function anApiWith(...receivers: Receiver[]) {
  const api = await startApi({ trustedUrls: receivers.flatMap(urlsOf) })
  return { api, summit: await theSummit(api) }
}

export async function subscribes(
  api: TestApi,
  receiver: Receiver,
  more: Partial<WireBody<typeof createWebhook>> = {},
) {
  const [url] = urlsOf(receiver)
  const body = { url, types: ['purchase.completed' as const], ...more }
  return (await api.call(createWebhook, { as: api.admin, body })).body
}

/** Something happens: somebody registers for free. */
export async function somethingHappens(api: TestApi, summit: Summit) {
  const { status, body } = await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  if (status !== 201) throw new Error(`registering was answered with ${status}: ${JSON.stringify(body)}`)
  return body.id
}

/** What a worker's round does. */
export async function delivers({ ctx }: Pick<TestApi, 'ctx'>): Promise<void> {
  for (const { run } of webhookSweeps) await run(ctx)
}

/** By whoever wrote the standard's library. @throws where the signature is not right; its age is left out of it. */
export function verify(secret: string, { headers, body }: Received): unknown {
  const at = Number(headers['webhook-timestamp']) * 1000
  const signature = new Webhook(secret).sign(String(headers['webhook-id']), new Date(at), body)
  if (!String(headers['webhook-signature']).split(' ').includes(signature)) throw new Error('bad signature')
  return JSON.parse(body)
}

export async function deliveriesOf(api: TestApi, id: string, query: Record<string, string> = {}) {
  return (await api.call(listDeliveries, { as: api.key, params: { id }, query })).body.items
}

export const idsOf = (received: readonly Received[]) => received.map(({ headers }) => headers['webhook-id'])
