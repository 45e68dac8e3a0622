import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { readVisitor } from './read-visitor.ts'

test('a visitor who hangs up before we look is nobody we know, and no fault', async () => {
  const app = Fastify()
  const seen = Promise.withResolvers<unknown>()
  app.get('/', async (request) => {
    request.socket.destroy()
    await new Promise((resolve) => setImmediate(resolve))
    try {
      seen.resolve(readVisitor(request, ['127.0.0.1']))
    } catch (fault) {
      seen.resolve(fault)
    }
  })
  const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const client = connect(Number(url.port), '127.0.0.1')
  client.on('error', () => {})
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')

  expect(await seen.promise).toEqual({ network: 'gone', browser: null })
  client.destroy()
  await app.close()
})
