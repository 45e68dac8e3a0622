import { expect, test } from 'vitest'
import { readStartConfig } from './config.ts'

const root = '/srv/event-sphere'

test('without settings the street uses its default ports and data folder', () => {
  const { config, faults } = readStartConfig(root, {}, [])

  expect(faults).toEqual([])
  expect(config).toEqual({
    root,
    homeDir: '/srv/event-sphere/.data',
    dataDir: '/srv/event-sphere/.data',
    ports: {
      SITE_PORT: 3000,
      TICKETING_PORT: 4000,
      METRICS_PORT: 4090,
      SANDBOX_MPESA_PORT: 4010,
      SANDBOX_MAIL_PORT: 4020,
      SANDBOX_SMTP_PORT: 4025,
    },
    databaseUrl: undefined,
    at: undefined,
  })
})

test('an empty variable counts as absent', () => {
  expect(readStartConfig(root, { SITE_PORT: '', DATABASE_URL: '' }, []).config.ports.SITE_PORT).toBe(3000)
})

test('all faults are reported at once, one line each', () => {
  const env = {
    SITE_PORT: 'abc',
    TICKETING_PORT: '0',
    METRICS_PORT: '70000',
    DATABASE_URL: 'mysql://here/there',
  }

  const { faults } = readStartConfig(root, env, ['--at', 'soon'])

  expect(faults).toEqual([
    'SITE_PORT: must be a port, a number from 1 to 65535',
    'TICKETING_PORT: must be a port, a number from 1 to 65535',
    'METRICS_PORT: must be a port, a number from 1 to 65535',
    'DATABASE_URL: must be postgres://user:password@host:port/name',
    '--at: "soon" is not a valid time; write it like 2027-07-15T08:00 (Eldoret time)',
  ])
})

test('two boxes cannot have one port', () => {
  expect(readStartConfig(root, { SITE_PORT: '4000' }, []).faults).toEqual([
    'TICKETING_PORT: 4000 is also the port of SITE_PORT; use different ports',
  ])
})

test('an unknown argument is refused with the valid one', () => {
  const { faults } = readStartConfig(root, {}, ['--fast'])

  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/--fast.*-- --at 2027-07-15T08:00/)
})

test('another Ticketing API needs an address, a key and an organization', () => {
  const { faults } = readStartConfig(root, { TICKETING_API_BASE_URL: 'https://tickets.example/api' }, [])

  expect(faults).toEqual([
    'TICKETING_API_TOKEN, TICKETING_ORGANIZATION_ID: missing; TICKETING_API_BASE_URL, TICKETING_API_TOKEN, TICKETING_ORGANIZATION_ID must be set together or not at all',
  ])
})

test.each([
  ['2027-06-01T09:00', 'at-2027'],
  ['2027-07-15T08:00', 'at-2027'],
  ['2027-09-01', 'at-2028'],
])('another time, %s, has separate data', (instant, folder) => {
  const { config, faults } = readStartConfig(root, {}, ['--at', instant])

  expect(faults).toEqual([])
  expect(config).toMatchObject({
    homeDir: '/srv/event-sphere/.data',
    dataDir: `/srv/event-sphere/.data/${folder}`,
  })
})

test("the clock of an operator's own database is not moved", () => {
  const env = { DATABASE_URL: 'postgres://user:password@db.example:5432/event_sphere' }

  expect(readStartConfig(root, env, ['--at', '2027-07-15']).faults).toEqual([
    '--at: needs separate data in the embedded database; unset DATABASE_URL',
  ])
})
