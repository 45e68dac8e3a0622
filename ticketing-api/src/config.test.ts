import { ConfigFault } from '@event-sphere/kit/read-config'
import { expect, test } from 'vitest'
import { readTicketingConfig } from './config.ts'

const database = { DATABASE_URL: 'postgres://user:password@127.0.0.1:5432/event_sphere' }
const ownSecrets = {
  MPESA_SHORTCODE: '600123',
  MPESA_PASSKEY: 'a-passkey-of-our-own',
  MPESA_CONSUMER_KEY: 'a-key-of-our-own',
  MPESA_CONSUMER_SECRET: 'a-secret-of-our-own',
}
const reachable = { TICKETING_PUBLIC_URL: 'https://tickets.example.co.ke' }

test('every bad setting has its line, several addresses at once among them', () => {
  const env = {
    DATABASE_URL: 'foo',
    SITE_PUBLIC_URL: 'foo',
    SMTP_URL: 'bar',
    MPESA_BASE_URL: 'xx',
    TICKETING_PUBLIC_URL: 'not an address',
    MPESA_SHORTCODE: 'many',
  }

  expect(new Set(namesOf(env))).toEqual(new Set(Object.keys(env)))
  expect(namesOf(env)).toHaveLength(Object.keys(env).length)
})

test('with nothing but a database it speaks to the sandbox', () => {
  expect(namesOf(database)).toEqual([])
})

test.each(['https://api.safaricom.co.ke', 'https://safaricom.co.ke'])(
  'the secrets of the sandbox are refused at %s, whether they are set or left out',
  (MPESA_BASE_URL) => {
    const all = Object.keys(ownSecrets)

    expect(namesOf({ ...database, ...reachable, MPESA_BASE_URL })).toEqual(all)
    const copied = { MPESA_CONSUMER_KEY: 'sandbox-consumer-key' }
    expect(namesOf({ ...database, ...reachable, ...ownSecrets, ...copied, MPESA_BASE_URL })).toEqual([
      'MPESA_CONSUMER_KEY',
    ])
    expect(namesOf({ ...database, ...reachable, ...ownSecrets, MPESA_BASE_URL })).toEqual([])
  },
)

test('the shortcode and the passkey that Safaricom prints are good at its own sandbox', () => {
  const MPESA_BASE_URL = 'https://sandbox.safaricom.co.ke'

  expect(namesOf({ ...database, ...reachable, MPESA_BASE_URL })).toEqual([
    'MPESA_CONSUMER_KEY',
    'MPESA_CONSUMER_SECRET',
  ])
})

test('a host that only ends in the same letters is nobody in particular', () => {
  expect(namesOf({ ...database, MPESA_BASE_URL: 'https://notsafaricom.co.ke' })).toEqual([])
})

test('what belongs together is looked at although another setting is bad', () => {
  const env = { ...ownSecrets, DATABASE_URL: 'foo', MPESA_BASE_URL: 'https://api.safaricom.co.ke' }

  expect(namesOf(env)).toEqual(['DATABASE_URL', 'TICKETING_PUBLIC_URL'])
})

/** The settings that are refused, in the order of their lines. */
function namesOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readTicketingConfig(env)
    return []
  } catch (fault) {
    if (!(fault instanceof ConfigFault)) throw fault
    return fault.faults.map((line) => line.split(':', 1)[0] ?? '')
  }
}
