import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMe, login, refresh, register } from '@event-sphere/contract/auth'
import { getEvent } from '@event-sphere/contract/events'
import { changeTicketType, listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
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
  chmodSync(dataDir, 0o755)
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
  'the mailbox and the database are killed again and again, and the others go on',
  async () => {
    const { ticketing } = demonstration()
    const others = () => Object.entries(boxesByName()).filter(([name]) => name !== 'sandbox-mail')
    const before = others()
    for (let death = 1; death <= 3; death += 1) {
      const { 'sandbox-mail': mail } = boxesByName()
      if (mail === undefined) throw new Error('the mailbox does not run')
      const server = serverId()
      process.kill(mail, 'SIGKILL')
      process.kill(server, 'SIGKILL')
      // Until its death is noticed the API may still call itself ready.
      await vi.waitUntil(() => ![server, undefined].includes(findServerId()), { timeout: 60_000 })
      await vi.waitUntil(() => isReady(ticketing), { timeout: 60_000 })
      await vi.waitUntil(() => ![mail, undefined].includes(boxesByName()['sandbox-mail']), {
        timeout: 60_000,
      })
    }

    expect(others()).toEqual(before)
    // A process may still hold a connection to the server that was killed; it answers 503 once and drops it.
    await vi.waitFor(async () => expect(await saleStates()).toEqual(['on_sale', 'on_sale']), {
      timeout: 60_000,
    })
    await vi.waitUntil(() => isReady(demonstration().site), { timeout: 60_000 })
  },
  readyWithin,
)

test('a second start beside it is told that the street runs', async () => {
  const { code, printed } = await run()

  expect(code).toBe(1)
  expect(printed).toContain(`Event-Sphere is already running on these data (process ${street?.process.pid})`)
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
  'Ctrl-C stops everything, and a summit whose sale is over is on sale again at the next start',
  async () => {
    const { ticketing, admin, ticketTypes } = demonstration()
    const { access_token: token } = await call(ticketing, login, { body: admin })
    const over = { saleStartDate: '2020-02-01T00:00:00+03:00', saleEndDate: '2020-07-14T23:59:59+03:00' }
    await call(ticketing, changeTicketType, { token, params: { id: ticketTypes.general }, body: over })
    expect(await saleStates()).toEqual(['ended', 'on_sale'])
    const running = [...boxes(), serverId()]

    expect(await street?.end('SIGINT')).toBe(0)
    expect(running.filter((pid) => findProcess(pid))).toEqual([])
    street = await start()

    expect(await saleStates()).toEqual(['on_sale', 'on_sale'])
    expect(demonstrationText()).toBe(first)
  },
  readyWithin,
)

test(
  'when the file is lost the same summit gets new accounts that work',
  async () => {
    await street?.end('SIGTERM')
    rmSync(join(dataDir, 'demonstration.json'))

    street = await start()

    const { eventId, organizationId } = JSON.parse(first) as Demonstration
    const made = demonstration()
    expect(made).toMatchObject({ eventId, organizationId })
    expect(made.admin.password).not.toBe((JSON.parse(first) as Demonstration).admin.password)
    await call(made.ticketing, login, { body: made.admin })
  },
  readyWithin,
)

test(
  'another instant has its own summit, doors open and sale over, and leaves the present as it was',
  async () => {
    const before = demonstrationText()
    const session = await call(demonstration().ticketing, login, { body: attendee })
    await street?.end('SIGTERM')

    street = await start(['--at', '2031-07-16T12:00'])

    const there = JSON.parse(
      readFileSync(join(dataDir, 'at-2031', 'demonstration.json'), 'utf8'),
    ) as Demonstration
    const { ticketing, eventId, apiKey } = there
    const event = await call(ticketing, getEvent, { token: apiKey, params: { id: eventId } })
    expect(event.days).toEqual(['2031-07-15', '2031-07-16', '2031-07-17'])
    expect(await saleStates(there)).toEqual(['ended', 'ended'])
    await street?.end('SIGTERM')
    street = await start()
    expect(demonstrationText()).toBe(before)
    expect(await saleStates()).toEqual(['on_sale', 'on_sale'])
    const renewed = await call(ticketing, refresh, { body: { refresh_token: session.refresh_token } })
    expect(renewed.user.email).toBe(attendee.email)
  },
  readyWithin,
)

test(
  'when the database is lost all is made anew',
  async () => {
    await street?.end('SIGTERM')
    rmSync(join(dataDir, 'postgres'), { recursive: true })

    street = await start()

    expect(demonstration().eventId).not.toBe((JSON.parse(first) as Demonstration).eventId)
    expect(await saleStates()).toEqual(['on_sale', 'on_sale'])
  },
  readyWithin,
)

function demonstration(): Demonstration {
  return JSON.parse(demonstrationText()) as Demonstration
}

async function saleStates({ ticketing, eventId } = demonstration()): Promise<string[]> {
  const { items } = await call(ticketing, listPublicTicketTypes, { params: { eventId } })
  return items.map((type) => type.saleState)
}

/** What anybody but the owner may read or enter. */
function openToOthers(): string[] {
  const all = [
    '.',
    ...readdirSync(dataDir),
    'postgres/port',
    ...readdirSync(join(dataDir, 'logs')).map((log) => `logs/${log}`),
  ]
  return all.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0)
}

function serverId(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
}

/** The server's process; undefined while none has written itself down. */
function findServerId(): number | undefined {
  const file = join(dataDir, 'postgres/cluster/postmaster.pid')
  const id = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  return Number.isNaN(id) ? undefined : id
}

function demonstrationText(): string {
  return readFileSync(join(dataDir, 'demonstration.json'), 'utf8')
}

const boxes = () => Object.values(boxesByName()).filter((pid) => pid !== undefined)

function boxesByName(): Partial<Record<string, number>> {
  const street: { boxes: Record<string, { pid: number }> } = JSON.parse(
    readFileSync(join(dataDir, 'street.json'), 'utf8'),
  )
  return Object.fromEntries(Object.entries(street.boxes).map(([name, { pid }]) => [name, pid]))
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
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
