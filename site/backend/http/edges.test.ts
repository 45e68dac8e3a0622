import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../cast/browser.ts'
import { openStreet } from '../cast/street.ts'

const host = (url: string) => new URL(url).host

async function dial(url: string): Promise<{ socket: Socket; heard: () => string; ended: Promise<void> }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.on('data', (chunk) => void chunks.push(chunk))
  await new Promise<void>((open) => socket.once('connect', () => open()))
  return { socket, heard: () => Buffer.concat(chunks).toString('latin1'), ended }
}

test('a body that is not a form is refused, signed in or not', async () => {
  const { site } = await openStreet()
  for (const path of ['/sign-in', '/register', '/language', '/sign-out']) {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json']) {
      const answer = await fetch(site.url + path, {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': type },
      })
      expect(answer.status, `${path} ${type}`).toBe(415)
    }
    const empty = await fetch(site.url + path, { method: 'POST', headers: { 'content-length': '0' } })
    expect(empty.status, path).toBe(415)
  }
})

test.for([
  ['no Host', 'GET / HTTP/1.0\r\n\r\n'],
  ['a broken Host', 'GET / HTTP/1.1\r\nHost: [x\r\nConnection: close\r\n\r\n'],
  ['an absolute URL as its target', 'GET http://x/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
])('a request with %s is answered 400', async ([, request]) => {
  const { site } = await openStreet()
  const { socket, heard, ended } = await dial(site.url)
  socket.write(request ?? '')
  await ended
  expect(heard()).toMatch(/^HTTP\/1.1 400 /)
})

test("only the site's public address counts as its own origin", async () => {
  const { site } = await openStreet()
  const post = (origin: string) => openBrowser(site.url).post('/language', { language: 'sw' }, { origin })
  expect((await post(site.url)).status).not.toBe(403)
  expect((await post(site.url.replace('http:', 'https:'))).status).toBe(403)
  const { socket, heard, ended } = await dial(site.url)
  const body = 'language=sw'
  const head = [
    'POST /language HTTP/1.1',
    'Host: evil.example',
    'Origin: http://evil.example',
    'Connection: close',
  ]
  const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`]
  socket.write(`${[...head, ...form].join('\r\n')}\r\n\r\n${body}`)
  await ended
  expect(heard()).toMatch(/^HTTP\/1.1 403 /)
})

test('a client that pipelines without reading loses its connection, and the next visitor is served', async () => {
  const { site } = await openStreet()
  const flood = await dial(site.url)
  flood.socket.pause()
  flood.socket.write(`GET /register HTTP/1.1\r\nHost: ${host(site.url)}\r\n\r\n`.repeat(200))
  expect((await openBrowser(site.url).open('/')).status).toBe(200)
  flood.socket.resume()
  await flood.ended
  expect(flood.heard().split('HTTP/1.1 200').length - 1).toBeLessThanOrEqual(4)
})

test('two requests sent at once on one connection are both answered, in order', async () => {
  const { site } = await openStreet()
  const { socket, heard, ended } = await dial(site.url)
  const request = (path: string, last = '') =>
    `GET ${path} HTTP/1.1\r\nHost: ${host(site.url)}\r\n${last}\r\n`
  socket.write(request('/healthz') + request('/nowhere', 'Connection: close\r\n'))
  await ended
  expect(heard().match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404'])
})
