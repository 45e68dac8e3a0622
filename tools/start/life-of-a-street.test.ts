import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMe, login, register } from '@event-sphere/contract/auth'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { findFreePort } from '@event-sphere/kit/database/embedded/free-port'
import { findProcess } from '@event-sphere/kit/database/embedded/running-process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { call } from '../seed/call.ts'
import type { Demonstration } from '../seed/record.ts'

const readyWithin = 240_000
const attendee = { email: 'chebet@example.com', password: 'a long enough password' }
let dataDir: string
let env: NodeJS.ProcessEnv
let street: Awaited<ReturnType<typeof start>> | undefined
let first: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'life-of-a-street-'))
  const names = ['SITE', 'TICKETING', 'METRICS', 'SANDBOX_MPESA', 'SANDBOX_MAIL', 'SANDBOX_SMTP']
  const ports = await Promise.all(names.map(async (name) => [`${name}_PORT`, String(await findFreePort(0))]))
  const { PATH, HOME, LANG } = process.env
  env = { PATH, HOME, LANG, DATA_DIR: dataDir, ...Object.fromEntries(ports) }
  street = await start()
  first = demonstrationText()
}, readyWithin)

afterAll(async () => {
  await street?.end('SIGTERM')
  rmSync(dataDir, { recursive: true })
})

test('a first start leaves a demonstration that works, readable by its owner alone', async () => {
  const made = JSON.parse(first) as Demonstration

  expect(made).toEqual({
    site: `http://127.0.0.1:${env.SITE_PORT}`,
    gate: `http://127.0.0.1:${env.SITE_PORT}/gate`,
    ticketing: `http://127.0.0.1:${env.TICKETING_PORT}`,
    sandbox: {
      mpesa: `http://127.0.0.1:${env.SANDBOX_MPESA_PORT}`,
      mail: `http://127.0.0.1:${env.SANDBOX_MAIL_PORT}`,
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
  expect(statSync(join(dataDir, 'demonstration.json')).mode & 0o777).toBe(0o600)
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

test('a second start beside it is told that the street runs', async () => {
  const { code, printed } = await run()

  expect(code).toBe(1)
  expect(printed).toContain(`the street already runs (process ${street?.process.pid})`)
})

test(
  'killed with -9, what it leaves is cleared away, and all that was acknowledged is there',
  async () => {
    const { ticketing } = JSON.parse(first) as Demonstration
    await call(ticketing, register, { body: attendee })
    const orphans = boxes()
    await street?.end('SIGKILL')
    expect(orphans.filter((pid) => findProcess(pid))).toEqual(orphans)

    street = await start()

    expect(street.printed()).toContain('adopted the database')
    expect(orphans.filter((pid) => findProcess(pid))).toEqual([])
    expect(demonstrationText()).toBe(first)
    const { access_token: token } = await call(ticketing, login, { body: attendee })
    expect(await call(ticketing, getMe, { token })).toMatchObject({ email: attendee.email })
  },
  readyWithin,
)

test(
  'Ctrl-C stops everything, and another instant shows the sale over',
  async () => {
    const { ticketing, eventId } = JSON.parse(first) as Demonstration
    const running = [
      ...boxes(),
      Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10),
    ]
    expect(await street?.end('SIGINT')).toBe(0)
    expect(running.filter((pid) => findProcess(pid))).toEqual([])

    const year = new Date().getUTCFullYear() + 2
    street = await start(['--at', `${year}-07-17T12:00`])

    const { items } = await call(ticketing, listPublicTicketTypes, { params: { eventId } })
    expect(items.map((type) => type.saleState)).toEqual(['ended', 'ended'])
    expect(demonstrationText()).toBe(first)
  },
  readyWithin,
)

function demonstrationText(): string {
  return readFileSync(join(dataDir, 'demonstration.json'), 'utf8')
}

function boxes(): number[] {
  const street: { boxes: Record<string, { pid: number }> } = JSON.parse(
    readFileSync(join(dataDir, 'street.json'), 'utf8'),
  )
  return Object.values(street.boxes).map(({ pid }) => pid)
}

async function start(words: string[] = []) {
  const begun = begin(words)
  const isDone = () => begun.printed().includes('Ctrl-C stops everything') || begun.hasEnded()
  await vi.waitUntil(isDone, { timeout: readyWithin })
  if (begun.hasEnded()) throw new Error(begun.printed())
  return begun
}

async function run() {
  const begun = begin([])
  const [code] = await once(begun.process, 'close')
  return { code, printed: begun.printed() }
}

function begin(words: string[]) {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    process: child,
    hasEnded,
    printed: () => printed,
    async end(signal: NodeJS.Signals) {
      const ended = hasEnded() ? undefined : once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}
