import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { login } from '@event-sphere/contract/auth'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { call } from '../seed/call.ts'
import type { Demonstration } from '../seed/record.ts'
import { aStreet, isReady, readyWithin, type Street } from './cast.ts'

let street: Street
let first: string

beforeAll(async () => {
  street = await aStreet()
  await street.start()
  first = street.demonstrationText()
}, readyWithin)

afterAll(() => street.raze())

test('a first start leaves a demonstration that works, readable by its owner alone', async () => {
  const made = JSON.parse(first) as Demonstration

  expect(made).toEqual({
    site: `http://127.0.0.1:${street.ports.SITE_PORT}`,
    gate: `http://127.0.0.1:${street.ports.SITE_PORT}/gate`,
    ticketing: `http://127.0.0.1:${street.ports.TICKETING_PORT}`,
    sandbox: {
      mpesa: `http://127.0.0.1:${street.ports.SANDBOX_MPESA_PORT}`,
      mail: `http://127.0.0.1:${street.ports.SANDBOX_MAIL_PORT}`,
    },
    organizationId: expect.stringMatching(/^org_/),
    eventId: expect.stringMatching(/^event_/),
    ticketTypes: {
      general: expect.stringMatching(/^ticket_type_/),
      gala: expect.stringMatching(/^ticket_type_/),
    },
    platform: { email: expect.any(String), password: expect.any(String) },
    admin: { email: expect.any(String), password: expect.any(String) },
    agent: { email: expect.any(String), password: expect.any(String) },
    apiKey: expect.stringMatching(/^es_live_/),
  })
  expect(openToOthers()).toEqual([])
  for (const [role, account] of Object.entries({
    platform: made.platform,
    admin: made.admin,
    agent: made.agent,
  })) {
    const { user } = await call(made.ticketing, login, { body: account })
    expect(user.roles).toContain(role)
  }
  for (const page of [made.site, made.gate, made.sandbox.mpesa, made.sandbox.mail]) {
    expect((await fetch(page)).status).toBe(200)
  }
})

test('both ticket types are on sale', async () => {
  const { ticketing, eventId, ticketTypes } = JSON.parse(first) as Demonstration

  const { items } = await call(ticketing, listPublicTicketTypes, { params: { eventId } })

  expect(items.map(({ id, price, saleState, requires }) => ({ id, price, saleState, requires }))).toEqual([
    { id: ticketTypes.general, price: 0, saleState: 'on_sale', requires: [] },
    { id: ticketTypes.gala, price: 1500, saleState: 'on_sale', requires: [ticketTypes.general] },
  ])
})

test(
  'if the mailbox and the database are killed repeatedly, the others keep running',
  async () => {
    const { ticketing } = street.demonstration()
    const others = () => Object.entries(street.boxesByName()).filter(([name]) => name !== 'sandbox-mail')
    const before = others()
    for (let death = 1; death <= 3; death += 1) {
      const { 'sandbox-mail': mail } = street.boxesByName()
      if (mail === undefined) throw new Error('the mailbox is not running')
      const server = street.serverId()
      process.kill(mail, 'SIGKILL')
      process.kill(server, 'SIGKILL')
      // The API may report itself ready until it notices.
      await vi.waitUntil(() => ![server, undefined].includes(street.findServerId()), { timeout: 60_000 })
      await vi.waitUntil(() => isReady(ticketing), { timeout: 60_000 })
      await vi.waitUntil(() => ![mail, undefined].includes(street.boxesByName()['sandbox-mail']), {
        timeout: 60_000,
      })
    }

    expect(others()).toEqual(before)
    // A process may still have a connection to the killed server; it answers 503 once and drops it.
    await vi.waitFor(async () => expect(await street.saleStates()).toEqual(['on_sale', 'on_sale']), {
      timeout: 60_000,
    })
    await vi.waitUntil(() => isReady(street.demonstration().site), { timeout: 60_000 })
  },
  readyWithin,
)

test('a second start is told that the street is already running', async () => {
  const { code, printed } = await street.runBeside()

  expect(code).toBe(1)
  expect(printed).toContain(`Event-Sphere is already running with this data (process ${street.pid()})`)
})

/** Files and folders that other users can read or enter. */
function openToOthers(): string[] {
  const all = [
    '.',
    ...readdirSync(street.dataDir),
    'postgres/port',
    ...readdirSync(join(street.dataDir, 'logs')).map((log) => `logs/${log}`),
  ]
  return all.filter((name) => (statSync(join(street.dataDir, name)).mode & 0o077) !== 0)
}
