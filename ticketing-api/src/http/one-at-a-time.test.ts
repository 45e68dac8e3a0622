import { connect, type Socket } from 'node:net'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { serveOneAtATime } from './one-at-a-time.ts'

/** A server whose one route answers when the test says so, and counts who waits for it. */
async function aSlowServer(isGuarded: boolean) {
  const app = Fastify({ logger: false })
  if (isGuarded) serveOneAtATime(app)
  const inHand: (() => void)[] = []
  app.get('/slow', () => new Promise((resolve) => inHand.push(() => resolve('done'))))
  app.get('/quick', async () => 'quick')
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  return { url, port: Number(new URL(url).port), inHand }
}

const pipeline = (port: number, count: number): Promise<Socket> =>
  new Promise((resolve) => {
    const request = 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n'
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(request.repeat(count), () => resolve(socket)),
    )
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
  })

const until = (claim: () => boolean) => expect.poll(claim, { timeout: 5000 }).toBe(true)

test('of many requests on one connection one is in hand; others are served meanwhile', async () => {
  const { url, port, inHand } = await aSlowServer(true)
  const socket = await pipeline(port, 50)
  let answers = ''
  socket.on('data', (part) => {
    answers += part.toString()
  })
  await until(() => inHand.length > 0)

  expect(await (await fetch(`${url}/quick`)).text()).toBe('quick')
  expect(inHand).toHaveLength(1)

  for (let served = 1; served <= 50; served += 1) {
    await until(() => inHand.length === served)
    inHand.at(-1)?.()
  }
  await until(() => answers.split('HTTP/1.1 200').length - 1 === 50)
})

test('without the guard all of them are in hand at once', async () => {
  const { port, inHand } = await aSlowServer(false)
  await pipeline(port, 50)
  await until(() => inHand.length === 50)
})

test('whoever sends far more than they read loses the connection, and nobody else does', async () => {
  const { url, port, inHand } = await aSlowServer(true)
  const socket = await pipeline(port, 500)
  await until(() => socket.destroyed || socket.readableEnded || socket.closed)
  expect(inHand.length).toBeLessThanOrEqual(1)
  expect(await (await fetch(`${url}/quick`)).text()).toBe('quick')
})
