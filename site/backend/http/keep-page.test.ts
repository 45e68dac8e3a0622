import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { keepPages } from './keep-page.ts'

const everybody = 'public, max-age=5'

async function aSite({ caching = everybody, cookie = '' } = {}) {
  const drawn = { times: 0, now: 1000 }
  const app = express()
  app.use(keepPages(false, () => drawn.now))
  app.use(compression({ threshold: 1 }))
  app.get('/{*path}', (request, response) => {
    drawn.times += 1
    if (cookie) response.append('Set-Cookie', cookie)
    const language = request.acceptsLanguages(['en', 'sw'])
    response
      .set('Cache-Control', caching)
      .send(`<p>${language} drawn ${drawn.times}: ${'text '.repeat(50)}</p>`)
  })
  const server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return {
      text: await answer.text(),
      encoding: answer.headers.get('content-encoding'),
      headers: answer.headers,
    }
  }
  return { drawn, open }
}

test('a public page is rendered once while it is fresh and is the same for all', async () => {
  const { drawn, open } = await aSite()
  const first = await open('/')
  const again = await open('/')
  expect(again.text).toBe(first.text)
  expect(again.headers.get('cache-control')).toBe(everybody)
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
  expect(drawn.times).toBe(1)
  drawn.now = 6001
  expect((await open('/')).text).toContain('drawn 2')
})

test('each language and encoding is cached separately', async () => {
  const { open } = await aSite()
  const english = { 'accept-language': 'en', 'accept-encoding': 'gzip' }
  await open('/events/a', english)
  expect((await open('/events/a', { ...english, 'accept-language': 'sw' })).text).toContain('sw drawn 2')
  expect(await open('/events/a', { ...english, 'accept-encoding': 'br' })).toMatchObject({ encoding: 'br' })
  const plain = await open('/events/a', { ...english, 'accept-encoding': 'identity' })
  expect(plain.encoding).toBeNull()
  expect((await open('/events/a', english)).text).toContain('en drawn 1')
})

test.for([
  ['a page for a visitor who may be signed in', '/', { cookie: 'sid=x' }, {}],
  ['a page that is private', '/', {}, { caching: 'private, no-store' }],
  ['a page that sets a cookie', '/', {}, { cookie: 'form=x' }],
  ['a page with a query in its address', '/?x=1', {}, {}],
  ['any other page', '/tickets', {}, {}],
] as const)('%s is rendered each time', async ([, path, headers, made]) => {
  const { drawn, open } = await aSite(made)
  await open(path, headers)
  await open(path, headers)
  expect(drawn.times).toBe(2)
})
