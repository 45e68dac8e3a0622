import { createServer, type IncomingHttpHeaders } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { type RunningSandbox, startMpesaSandbox } from './app.ts'
import type { MpesaSandboxOptions } from './options.ts'

export const shortcode = '174379'
const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly json: Record<string, unknown>
}

/** A merchant's server: it records requests and answers with the given status. */
export async function aMerchant(status = 200) {
  const received: Received[] = []
  const server = createServer((request, reply) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const { url: path = '', headers, rawHeaders } = request
      received.push({ path, headers, rawHeaders, body })
      reply.writeHead(status).end('{"ResultCode":0,"ResultDesc":"Accepted"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return { received, url: `http://127.0.0.1:${port}/hooks/p/0123456789abcdef0123456789abcdef`, port }
}

/** Polls for up to ten seconds: the timing of network messages is not fixed. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 20 })

export function aCallback(text: string | undefined) {
  const parsed: { Body: { stkCallback: Record<string, unknown> } } = JSON.parse(text ?? '{}')
  return parsed.Body.stkCallback
}

export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, init)
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  return { status: answer.status, text, json: isJson && text !== '' ? JSON.parse(text) : {} }
}

const jsonBody = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** A client with valid keys. */
export function aCaller(url: string) {
  const basic = Buffer.from('sandbox-consumer-key:sandbox-consumer-secret').toString('base64')
  const timestamp = '20260701120000'
  const password = Buffer.from(shortcode + passkey + timestamp).toString('base64')
  const merchant = { BusinessShortCode: shortcode, Password: password, Timestamp: timestamp }

  const token = async (): Promise<string> => {
    const answer = await send(`${url}/oauth/v1/generate?grant_type=client_credentials`, {
      headers: { authorization: `Basic ${basic}` },
    })
    return String(answer.json.access_token)
  }
  const call = async (path: string, body: unknown): Promise<Answer> => {
    const init = jsonBody(body)
    return send(url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${await token()}` },
    })
  }
  const pushBody = (wanted: Record<string, unknown>): Record<string, unknown> => ({
    ...merchant,
    TransactionType: 'CustomerPayBillOnline',
    Amount: '1500',
    PartyA: '254712345678',
    PartyB: shortcode,
    PhoneNumber: '254712345678',
    CallBackURL: 'https://tickets.example/hooks/p/0123456789abcdef',
    AccountReference: 'EBS7K2M',
    TransactionDesc: 'Gala',
    ...wanted,
  })
  return {
    token,
    call,
    pushBody,
    push: (wanted: Record<string, unknown> = {}) =>
      call('/mpesa/stkpush/v1/processrequest', pushBody(wanted)),
    query: (checkoutRequestId: unknown) =>
      call('/mpesa/stkpushquery/v1/query', { ...merchant, CheckoutRequestID: checkoutRequestId }),
    sim: (path: string, body?: unknown) =>
      send(`${url}/__sim${path}`, body === undefined ? {} : jsonBody(body)),
    answer: (checkoutRequestId: unknown, outcome: string) =>
      send(`${url}/__sim/prompts/${checkoutRequestId}/answer`, jsonBody({ outcome })),
    advance: (advanceSeconds: number) => send(`${url}/__sim/clock`, jsonBody({ advanceSeconds })),
  }
}

/** A sandbox whose clock stands still until the test advances it, with a client. */
export async function aSandbox(
  options: MpesaSandboxOptions = {},
): Promise<RunningSandbox & ReturnType<typeof aCaller>> {
  const { rules, ...others } = options
  const running = await startMpesaSandbox({ speed: 0, ...others, rules: { queryBusyRate: 0, ...rules } })
  onTestFinished(() => running.close())
  return { ...running, ...aCaller(running.url) }
}
