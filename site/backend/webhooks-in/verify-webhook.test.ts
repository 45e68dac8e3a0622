import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { secretOf } from './secret-of.ts'
import { verifyWebhook } from './verify-webhook.ts'

const secret = secretOf('es_test_of_the_organization')
const at = new Date('2026-07-01T09:00:00Z')
const body = '{"type":"event.updated"}'

/** Signs with the standard's own library. */
const signed = (by = secret, text = body) => ({
  headers: {
    'webhook-id': 'happening_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(by).sign('happening_1', at, text),
  },
  body: Buffer.from(body),
})
const after = (seconds: number) => new Date(at.getTime() + seconds * 1000)

test("a webhook signed by the standard's library with our secret is accepted, by the installation’s clock", () => {
  expect(verifyWebhook(secret, at, signed())).toBe(true)
  expect(verifyWebhook(secret, after(299), signed())).toBe(true)
  expect(verifyWebhook(secret, after(-299), signed())).toBe(true)
})

test('one valid signature of several is enough, since two are sent while a secret is replaced', () => {
  const { headers } = signed()
  const other = signed(secretOf('es_test_before')).headers['webhook-signature']
  const both = { ...headers, 'webhook-signature': `${other} ${headers['webhook-signature']}` }
  expect(verifyWebhook(secret, at, { headers: both, body: Buffer.from(body) })).toBe(true)
})

test.each([
  ['too old', after(301), signed()],
  ['from the future', after(-301), signed()],
  ['signed by another', at, signed(secretOf('es_test_another'))],
  ['with another body', at, signed(secret, `${body} `)],
  ['without headers', at, { ...signed(), headers: {} }],
  ['with another id', at, { ...signed(), headers: { ...signed().headers, 'webhook-id': 'happening_2' } }],
  [
    'with another time',
    at,
    { ...signed(), headers: { ...signed().headers, 'webhook-timestamp': '1782896401' } },
  ],
  ['with an invalid time', at, { ...signed(), headers: { ...signed().headers, 'webhook-timestamp': 'now' } }],
  [
    'with an empty signature',
    at,
    { ...signed(), headers: { ...signed().headers, 'webhook-signature': 'v1,' } },
  ],
  [
    'in another version',
    at,
    {
      ...signed(),
      headers: {
        ...signed().headers,
        'webhook-signature': signed().headers['webhook-signature'].replace('v1,', 'v1a,'),
      },
    },
  ],
])('a webhook %s is rejected', (_what, now, received) => {
  expect(verifyWebhook(secret, now, received)).toBe(false)
})
