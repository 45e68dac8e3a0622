import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPorts } from './check-ports.ts'

test('each port in use gets one line that says what to do', async () => {
  const [one, other] = [await aListener(), await aListener()]

  const faults = await checkPorts({ SITE_PORT: one.port, TICKETING_PORT: other.port })

  expect(faults).toEqual([
    `SITE_PORT ${one.port} is in use: stop the other process or change SITE_PORT`,
    `TICKETING_PORT ${other.port} is in use: stop the other process or change TICKETING_PORT`,
  ])
  await Promise.all([one.close(), other.close()])
})

test('a free port gets no line', async () => {
  const { port, close } = await aListener()
  await close()

  expect(await checkPorts({ SITE_PORT: port })).toEqual([])
})

async function aListener() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => new Promise((resolve) => server.close(resolve))
  return { port: (server.address() as AddressInfo).port, close }
}
