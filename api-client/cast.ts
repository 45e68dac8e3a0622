import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { ApiRequest } from './make-request.ts'

export interface Told {
  status: number
  /** Sent as JSON; a string is sent as an HTML page. */
  body?: unknown
}

/** A server that gives these answers in turn, repeats the last one, and records the requests. */
export async function aServer(...answers: Told[]) {
  const heard: { call: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer((request, response) => {
    heard.push({ call: `${request.method} ${request.url}`, headers: request.headers })
    const { status, body } = answers[Math.min(heard.length, answers.length) - 1] ?? { status: 200 }
    const isPage = typeof body === 'string'
    response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' })
    response.end(isPage || body === undefined ? body : JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { heard, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` }
}

export const aRefusal = (status: number, code: string): Told => ({
  status,
  body: { type: 'about:blank', title: 'No', status, code, detail: 'In words.', requestId: 'r1' },
})

/** A read, which may be sent again. */
export const aRequest: ApiRequest = {
  method: 'GET',
  path: '/x',
  headers: {},
  isRepeatable: true,
  waitSeconds: 0,
  outsideSeconds: 0,
}

export const anOrganization = {
  id: `org_${'0'.repeat(32)}`,
  name: 'KNCCI Uasin Gishu',
  email: 'events@kncci.example',
  status: 'active',
  createdAt: '2026-11-01T00:00:00.000Z',
}
