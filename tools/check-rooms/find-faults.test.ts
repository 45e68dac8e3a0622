import { expect, test } from 'vitest'
import { findFaults } from './find-faults.ts'

const packages = {
  '@event-sphere/contract': 'contract',
  '@event-sphere/kit': 'kit',
  '@event-sphere/ticketing-api': 'ticketing-api/src',
  '@event-sphere/site': 'site',
}

test.each([
  ['contract', 'contract/cart.ts', '@event-sphere/kit/ids', 'knows none of them'],
  ['contract', 'contract/cart.ts', 'fastify', 'only zod'],
  ['contract', 'contract/cart.ts', 'node:crypto', 'only zod'],
  ['kit', 'kit/ids.ts', '@event-sphere/contract/cart', 'tools without a domain word'],
  ['ticketing-api', 'ticketing-api/src/app.ts', '../../site/backend/app.ts', 'does not know who calls it'],
  ['ticketing-api', 'ticketing-api/src/gateways/mailer.ts', '../../../sandbox/mail/main.ts', 'in its tests'],
  ['site/client', 'site/client/attendee/pay.tsx', '@event-sphere/kit/clock', 'load context'],
  ['site/client', 'site/client/attendee/pay.tsx', '../../backend/services.ts', 'types of site/backend'],
  ['site/backend', 'site/backend/app.ts', '@event-sphere/ticketing-api/app', 'over HTTP'],
  ['site/backend', 'site/backend/app.ts', '../client/root.tsx', 'over HTTP'],
  ['gate', 'gate/src/scan.ts', '@event-sphere/kit/ids', 'runs in a browser'],
  ['sandbox', 'sandbox/mpesa/main.ts', '@event-sphere/contract/payments', 'share our mistakes'],
  ['journeys', 'journeys/register.test.ts', '@event-sphere/ticketing-api/app', 'public interfaces'],
  ['bench', 'bench/sale.ts', '../site/backend/app.ts', 'from outside'],
  ['tools', 'tools/seed/main.ts', '@event-sphere/ticketing-api/app', 'over HTTP'],
])('%s may not import what its room excludes', (_room, path, target, words) => {
  const [fault, ...more] = faultsOf(path, `import { something } from '${target}'`)

  expect(fault).toContain(`${path}:1 imports ${target}`)
  expect(fault).toContain(words)
  expect(more).toEqual([])
})

test.each([
  ['contract/cart.ts', `import { z } from 'zod'`],
  ['contract/cart.test.ts', `import { test } from 'vitest'`],
  ['ticketing-api/src/app.ts', `import { endpoint } from '@event-sphere/contract/endpoint'`],
  ['ticketing-api/src/gateways/mailer.test.ts', `import { startMail } from '../../../sandbox/mail/start.ts'`],
  ['site/client/attendee/pay.tsx', `import type { Services } from '../../backend/services.ts'`],
  ['site/client/attendee/pay.tsx', `import { type Services } from '../../backend/services.ts'`],
  ['site/backend/app.ts', `import { makeLog } from '@event-sphere/kit/log'`],
  ['tools/seed/main.ts', `import { newEvent } from '@event-sphere/contract/events'`],
  ['gate/src/scan.ts', `// import { pool } from '@event-sphere/kit/database/pool'`],
])('%s may write %s', (path, text) => {
  expect(faultsOf(path, text)).toEqual([])
})

test.each([
  ['tickets', 'purchases/place-purchase.ts', 'rooms import only downwards'],
  ['sales', 'check-in/scan-ticket.ts', 'is beside'],
  ['purchases', 'tickets/store.ts', 'private to its room'],
  ['purchases', 'tickets/rules.ts', 'private to its room'],
  ['purchases', 'tickets/routes.ts', 'private to its room'],
  ['tickets', 'webhooks/publish-happening.ts', 'enqueue a job'],
  ['gateways', 'payments/settle-payment.ts', 'serves every room'],
  ['http', 'auth/store.ts', 'private to its room'],
  ['loyalty', 'tickets/view.ts', 'not in the line of rooms'],
])('in the Ticketing API %s may not import %s', (room, target, words) => {
  const faults = faultsOf(`ticketing-api/src/${room}/some-verb.ts`, `import { x } from '../${target}'`)

  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})

test.each([
  ['purchases', 'some-verb.ts', 'tickets/issue-tickets.ts'],
  ['purchases', 'view.ts', 'tickets/view.ts'],
  ['purchases', 'store.ts', 'purchases/rules.ts'],
  ['http', 'identify-caller.ts', 'auth/verify-access-token.ts'],
  ['tickets', 'issue-tickets.test.ts', 'purchases/place-purchase.ts'],
  ['tickets', 'cast.ts', 'purchases/cast.ts'],
  ['cast', 'staff.ts', 'auth/ensure-platform-user.ts'],
])('in the Ticketing API %s/%s may import %s', (room, file, target) => {
  expect(faultsOf(`ticketing-api/src/${room}/${file}`, `import { x } from '../${target}'`)).toEqual([])
})

test('every form of import is found', () => {
  const text = [
    `import {`,
    `  one,`,
    `  type Two,`,
    `} from '@event-sphere/kit/one'`,
    `import '@event-sphere/kit/two'`,
    `export { three } from '@event-sphere/kit/three'`,
    `const four = await import('@event-sphere/kit/four')`,
    `export type Five = import('@event-sphere/kit/five').Five`,
  ].join('\n')

  expect(faultsOf('gate/src/scan.ts', text).map((fault) => fault.split(' imports ')[0])).toEqual(
    [4, 5, 6, 7, 8].map((line) => `gate/src/scan.ts:${line}`),
  )
})

test.each([
  'kit/utils.ts',
  'kit/date-helpers.ts',
  'ticketing-api/src/common/money.ts',
  'ticketing-api/src/payments/payment-manager.ts',
  'ticketing-api/src/payments/payment-service.ts',
  'site/client/ui/index.ts',
  'site/client/base.css',
  'contract/data.ts',
  'contract/misc.ts',
])('%s has a meaningless name', (path) => {
  expect(faultsOf(path, '')).toEqual([expect.stringContaining('find the noun')])
})

test.each([
  'site/backend/auth-service/sessions.ts',
  'site/client/data/schedule.ts',
  'kit/database/listen.ts',
])('%s has an allowed name that looks forbidden', (path) => {
  expect(faultsOf(path, '')).toEqual([])
})

test('a React component has a kebab-case file too', () => {
  expect(faultsOf('gate/src/TicketCard.tsx', '')).toEqual([expect.stringContaining('kebab-case')])
})

test('the environment is read only in config.ts', () => {
  const text = 'const port = process.env.SITE_PORT'

  expect(faultsOf('site/backend/app.ts', text)).toEqual([expect.stringContaining('only in config.ts')])
  expect(faultsOf('site/backend/app.ts', 'const { PORT } = process.env')).toHaveLength(1)
  expect(faultsOf('site/backend/config.ts', text)).toEqual([])
  expect(faultsOf('site/backend/main.ts', 'startSite(readConfig(process.env))')).toEqual([])
})

test('exports are named, unless a framework needs a default', () => {
  const text = 'export default function show() {}'

  expect(faultsOf('kit/show.ts', text)).toEqual([expect.stringContaining('remove the default')])
  expect(faultsOf('site/client/attendee/pay.tsx', text)).toEqual([])
  expect(faultsOf('gate/vite.config.ts', text)).toEqual([])
})

function faultsOf(path: string, text: string): string[] {
  return findFaults([{ path, text }], packages)
}
