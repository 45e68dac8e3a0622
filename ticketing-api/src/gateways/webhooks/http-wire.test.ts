import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { faultOfUrl } from './fault-of-url.ts'
import { httpWebhookWire } from './http-wire.ts'
import type { Resolve } from './webhook-wire.ts'

const evil = [
  // Not https, or not a port of it.
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'gopher://example.com/',
  'data:text/plain,x',
  'https://example.com:22/',
  'https://example.com:80/',
  'https://example.com:5432/',
  '//example.com/',
  'example.com',
  '',
  // A name or a password in it.
  'https://user@example.com/',
  'https://user:secret@example.com/',
  'https://:secret@example.com/',
  'https://example.com@127.0.0.1/',
  // This machine, in every spelling.
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0x7f.1/',
  'https://127.255.255.254/',
  'https://0.0.0.0/',
  'https://0/',
  'https://0.1.2.3/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://api.localhost/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  // Inside a network.
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fd00:ec2::254]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://[fc00::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://printer.local/',
  'https://db.internal/',
  'https://metadata/',
  'https://router.lan/',
  // Carried by another: NAT64, 6to4, Teredo, translated.
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a00:1::1]/',
  'https://[2001:0:7f00:1::]/',
  'https://[::ffff:0:7f00:1]/',
  // Many, reserved, for books, for tests.
  'https://224.0.0.1/',
  'https://239.255.255.250/',
  'https://255.255.255.255/',
  'https://240.0.0.1/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.7/',
  'https://192.0.0.8/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  'https://[3fff::1]/',
  'https://example.test/',
  'https://example.invalid/',
  'https://x.onion/',
]

test.each(evil)('nothing is sent to %s', async (url) => {
  expect(faultOfUrl(url, [])).toBeTypeOf('string')
  const wire = httpWebhookWire({ trustedUrls: [], resolve: never })
  expect(await wire.send({ url, headers: {}, body: '{}' }, running)).toEqual({
    statusCode: undefined,
    fault: 'address_refused',
    retryAfterSeconds: undefined,
  })
})

test.each([
  'https://example.com/',
  'https://example.com:443/hooks?x=1',
  'https://hooks.example.co.ke:8443/',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://xn--mnchen-3ya.de/',
])('%s is an address of the open network', (url) => {
  expect(faultOfUrl(url, [])).toBeUndefined()
})

test('only the very address that is trusted is let off, and nothing else at its origin', () => {
  const trusted = ['http://127.0.0.1:3000/webhooks/in']
  expect(faultOfUrl('http://127.0.0.1:3000/webhooks/in', trusted)).toBeUndefined()
  for (const url of [
    'http://127.0.0.1:3000/',
    'http://127.0.0.1:3000/webhooks/in/',
    'http://127.0.0.1:3000/webhooks/in?then=this',
    'http://127.0.0.1:3000/webhooks/in/../../orders',
    'http://127.0.0.1:3001/webhooks/in',
    'https://127.0.0.1:3000/webhooks/in',
    'http://localhost:3000/webhooks/in',
    'http://127.0.0.1:3000@10.0.0.1/webhooks/in',
    'http://user@127.0.0.1:3000/webhooks/in',
    'blob:http://127.0.0.1:3000/webhooks/in',
  ])
    expect(faultOfUrl(url, trusted), url).toBeTypeOf('string')
})

const running = new AbortController().signal
const never: Resolve = () => {
  throw new Error('nobody may be asked')
}
const resolvesTo =
  (asked: string[], ...answers: string[][]): Resolve =>
  (host, _options, found) => {
    asked.push(host)
    const addresses = (answers.shift() ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    found(null, addresses)
  }
const send = (resolve: Resolve, url = 'https://rebound.example/') =>
  httpWebhookWire({ trustedUrls: [], resolve, limitMilliseconds: 2000 }).send(
    { url, headers: {}, body: '{}' },
    running,
  )

test.each([
  [['127.0.0.1']],
  [['169.254.169.254']],
  [['::ffff:10.0.0.1']],
  [['64:ff9b::7f00:1']],
  // One good address does not make up for one inside.
  [['8.8.8.8', '10.0.0.1']],
  [['2606:4700:4700::1111', '::1']],
  [[]],
  [['nonsense']],
])('a name that leads to %s is refused as the connection is made', async (addresses) => {
  expect((await send(resolvesTo([], addresses))).fault).toBe('address_refused')
})

test('a name is resolved once a connection, and what was checked is what is connected to', async () => {
  const server = createServer((_request, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const asked: string[] = []
  // The second answer would lead inside, if anybody asked for it.
  const resolve = resolvesTo(asked, ['2001:4860:4860::8888'], ['127.0.0.1'])

  const { fault } = await send(resolve, 'https://rebound.example:8443/')

  expect(asked).toEqual(['rebound.example'])
  expect(fault).not.toBe('address_refused')
})

test('a name that nobody knows is told as such', async () => {
  const resolve: Resolve = (_host, _options, found) =>
    found(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
  expect((await send(resolve)).fault).toBe('name_unknown')
})

/** A receiver on this machine, reached as a trusted one. */
async function reach(answer: Parameters<typeof createServer>[1], limitMilliseconds = 2000) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const wire = httpWebhookWire({ trustedUrls: [`${origin}/`], limitMilliseconds })
  return wire.send({ url: `${origin}/`, headers: {}, body: '{}' }, running)
}

test('a receiver that hangs is given up', async () => {
  expect(await reach(() => undefined, 300)).toMatchObject({ statusCode: undefined, fault: 'timeout' })
})

test('an answer without an end is read no further than it says anything', async () => {
  const closed = Promise.withResolvers<void>()
  const answer = await reach((_request, response) => {
    response.on('close', closed.resolve)
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    }
    response.on('drain', write).writeHead(200)
    write()
  })
  expect(answer).toMatchObject({ statusCode: 200, fault: undefined })
  await closed.promise
})

test('an answer that drips is cut off in time, and counts', async () => {
  const closed = Promise.withResolvers<void>()
  const answer = await reach((_request, response) => {
    response.on('close', closed.resolve)
    response.writeHead(200).write('x')
  }, 300)
  expect(answer).toMatchObject({ statusCode: 200, fault: undefined })
  await closed.promise
})

test('a receiver that closes the door is told as such', async () => {
  expect((await reach((request) => void request.socket.destroy())).fault).toBe('connection')
})
