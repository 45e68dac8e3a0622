import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { login, registerAdmin } from '@event-sphere/contract/auth'
import { createEvent } from '@event-sphere/contract/events'
import { createApiKey, createOrganization } from '@event-sphere/contract/organizations'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { startEmbeddedPostgres } from '@event-sphere/tools/postgres/start-embedded-postgres'
import { pino } from 'pino'
import { post } from './post.ts'
import { runScript, startApiProcess } from './processes.ts'

/** More seats than any run can sell, so that only the sale itself is measured. */
const seats = 1_000_000

export interface Scene {
  apiUrl: string
  databaseUrl: string
  key: string
  eventId: string
  ticketTypeId: string
  apiPid: number
  close(): Promise<void>
}

/** A separate database with production's durability, one API process and one free event. */
export async function openScene({ nodeFlags = [] }: { nodeFlags?: readonly string[] } = {}): Promise<Scene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'event-sphere-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) })
  const platform = { email: 'platform@example.com', password: randomBytes(12).toString('hex') }
  const env = { DATABASE_URL: postgres.url, LOG_LEVEL: 'silent' }
  await runScript('ticketing-api/src/migrate.ts', env)
  const people = { PLATFORM_EMAIL: platform.email, PLATFORM_PASSWORD: platform.password }
  await runScript('ticketing-api/src/create-platform-user.ts', { ...env, ...people })
  const api = await startApiProcess(env, nodeFlags)
  const stage = await setStage(api.url, platform)
  return {
    ...stage,
    apiUrl: api.url,
    databaseUrl: postgres.url,
    apiPid: api.pid,
    close: async () => {
      await api.stop()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function setStage(url: string, platform: { email: string; password: string }) {
  const { access_token: token } = await post(url, login, { body: platform })
  const { id: organizationId } = await post(url, createOrganization, {
    token,
    body: { name: 'Bench', email: 'bench@example.com' },
  })
  const admin = { email: 'admin@example.com', password: platform.password, organizationId }
  const { access_token: adminToken } = await post(url, registerAdmin, { token, body: admin })
  const { key } = await post(url, createApiKey, {
    token: adminToken,
    params: { id: organizationId },
    body: { name: 'bench', mode: 'test' },
  })
  const day = 24 * 3600 * 1000
  const { id: eventId } = await post(url, createEvent, {
    token: key,
    body: {
      organizationId,
      title: 'Bench',
      slug: 'bench',
      code: 'BENCH',
      status: 'published',
      startDateTime: new Date(Date.now() + 30 * day).toISOString(),
      endDateTime: new Date(Date.now() + 31 * day).toISOString(),
      maxAttendees: seats,
    },
  })
  const type = { eventId, name: 'General Admission', code: 'GA', price: 0, quantity: seats }
  const { id: ticketTypeId } = await post(url, createTicketType, { token: key, body: type })
  return { key, eventId, ticketTypeId }
}
