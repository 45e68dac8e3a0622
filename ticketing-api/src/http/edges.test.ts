import { connect } from 'node:net'
import { createOrganization } from '@event-sphere/contract/organizations'
import { problem } from '@event-sphere/contract/problem'
import { expect, test } from 'vitest'
import { startApi, type TestApi } from '../cast/start-api.ts'

/** Sends bytes as they are and reads all that comes back until the connection ends. */
function exchange(api: TestApi, bytes: string): Promise<{ status: number; headers: string; body: string }> {
  const { port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let text = ''
    socket.on('data', (part) => {
      text += part.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [headers = '', body = ''] = text.split('\r\n\r\n')
      resolve({ status: Number(headers.split(' ')[1]), headers: headers.toLowerCase(), body })
    })
  })
}

const asked = (line: string, headers: readonly string[] = []) =>
  [line, 'Host: tickets.example', 'Connection: close', ...headers, '', ''].join('\r\n')

test('whatever is wrong with the HTTP itself is told as a problem, without repeating what was sent', async () => {
  const api = await startApi()
  const secret = 'SECRET0123456789'
  for (const [bytes, status, code] of [
    [asked(`GET /api/events/public/%ff${secret} HTTP/1.1`), 400, 'invalid_request'],
    [asked(`GET /api/events/public/%ED%A0%80${secret} HTTP/1.1`), 400, 'invalid_request'],
    [asked(`GET /api/events/public/${secret.repeat(20)} HTTP/1.1`), 404, 'not_found'],
    [asked('GET /api/events/public HTTP/1.1', [`X-Long: ${secret.repeat(2000)}`]), 431, 'headers_too_large'],
    [`${secret}\r\n\r\n`, 400, 'invalid_request'],
    ['GET / HTTP/9.9\r\n\r\n', 400, 'invalid_request'],
    ['GET /api/events/public HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'invalid_request'],
    [
      asked('POST /api/auth/login HTTP/1.1', ['Content-Length: 3', 'Content-Length: 4']),
      400,
      'invalid_request',
    ],
    [asked('GET /api/docs/static/../../../../../../etc/passwd HTTP/1.1'), 403, 'forbidden'],
    [asked(`GET /api/${secret} HTTP/1.1`), 404, 'not_found'],
  ] as const) {
    const answer = await exchange(api, bytes)
    const what = bytes.slice(0, 60)
    expect(answer.status, what).toBe(status)
    expect(answer.headers, what).toContain('content-type: application/problem+json')
    const told = problem.parse(JSON.parse(answer.body))
    expect(told, what).toMatchObject({ status, code })
    expect(answer.headers, what).toContain(`x-request-id: ${told.requestId}`)
    expect(answer.body + answer.headers, what).not.toMatch(new RegExp(secret, 'i'))
  }
})

test('a preflight for everything has no text of its own', async () => {
  const api = await startApi()
  const answer = await exchange(api, asked('OPTIONS * HTTP/1.1'))
  expect(answer).toMatchObject({ status: 204, body: '' })
})

test('an expectation that nobody knows is passed over', async () => {
  const api = await startApi()
  const answer = await exchange(api, asked('GET /api/events/public HTTP/1.1', ['Expect: the-best']))
  expect(answer.status).toBe(200)
})

test("Safaricom's door answers an address of any length alike", async () => {
  const api = await startApi()
  for (const length of [1, 64, 101, 201, 5000]) {
    const response = await fetch(`${api.url}/api/payments/callbacks/${'x'.repeat(length)}`, {
      method: 'POST',
      body: '{}',
    })
    expect(await response.json(), String(length)).toEqual({ ResultCode: 0, ResultDesc: 'Accepted' })
    expect(response.status).toBe(200)
  }
})

test('only JSON is read', async () => {
  const api = await startApi()
  const authorization = `Bearer ${api.platform}`
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'nonsense']) {
    const response = await fetch(`${api.url}/api${createOrganization.path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: '{"name":"x","email":"x@y.example"}',
    })
    expect(problem.parse(await response.json()), type).toMatchObject({
      code: 'unsupported_media_type',
      status: 415,
    })
  }
})

test('a known path with another method says what it takes', async () => {
  const api = await startApi()
  const answer = await fetch(`${api.url}/api/purchases`, {
    method: 'PUT',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(problem.parse(await answer.json())).toMatchObject({ code: 'method_not_allowed', status: 405 })
  expect(answer.headers.get('allow')).toBe('POST')
  const event = await fetch(`${api.url}/api/events/event_x`, { method: 'DELETE' })
  expect(event.headers.get('allow')).toBe('GET, PATCH, HEAD')
})

test('every answer forbids being framed, guessed at or kept', async () => {
  const api = await startApi()
  for (const path of ['/api/auth/me', '/api/nowhere', '/api/events/%ff', '/healthz']) {
    const { headers } = await fetch(api.url + path)
    expect(Object.fromEntries(headers), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    })
  }
})
