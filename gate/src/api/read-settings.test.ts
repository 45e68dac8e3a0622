import { expect, test } from 'vitest'
import { startTinyApi, type TinyReply } from './cast.ts'
import { readSettings } from './read-settings.ts'

const readFrom = async (reply: TinyReply) => {
  const site = await startTinyApi(() => reply)
  return readSettings(`${site.url}/gate/config.json`)
}

test("the settings contain the API's address", async () => {
  const settings = await readFrom({ status: 200, body: { ticketingApiUrl: 'http://127.0.0.1:4000/api/' } })
  expect(settings).toEqual({ ticketingApiUrl: 'http://127.0.0.1:4000/api' })
})

test.each<[string, TinyReply]>([
  ['an HTML page', { html: '<p>not this</p>' }],
  ['another shape', { status: 200, body: { url: 'http://127.0.0.1' } }],
  ['an invalid address', { status: 200, body: { ticketingApiUrl: 'nowhere' } }],
  ['a fault', { status: 500, body: { ticketingApiUrl: 'http://127.0.0.1:4000/api' } }],
])('%s gives no settings', async (_, reply) => {
  expect(await readFrom(reply)).toBeUndefined()
})

test('without a site there are no settings', async () => {
  expect(await readSettings('http://127.0.0.1:1/gate/config.json')).toBeUndefined()
})
