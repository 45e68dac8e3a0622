import { fileURLToPath } from 'node:url'
import { Unreachable } from '@event-sphere/api-client/unreachable'
import { listMyPurchases } from '@event-sphere/contract/purchases'
import { openDatabase, sql } from '@event-sphere/kit/database/database'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { expect, onTestFinished, test } from 'vitest'
import type { World } from '../cast/answers.ts'
import { startPretendApi } from '../cast/pretend-api.ts'
import { aDatabase } from '../cast/street.ts'
import { makeTransport } from '../ticketing/make-transport.ts'
import { makeTicketing } from '../ticketing/ticketing.ts'
import { hashOf } from './secret.ts'
import { makeSessions, type SessionContent, type Sessions } from './sessions.ts'
import { claimRenewal, findSealed } from './store.ts'

const schema = 'site'
const folder = fileURLToPath(new URL('../migrations/', import.meta.url))

async function openSessions(change: Partial<World> = {}) {
  const url = await aDatabase()
  await migrateSchema({ url, schema, folder })
  const api = await startPretendApi(change)
  const database = openDatabase({ url, schema, onFault: () => {} })
  onTestFinished(async () => {
    await database.close()
    await api.close()
  })
  const send = makeTransport({ baseUrl: api.url })
  return { api, database, send, sessions: makeSessions({ database: database.reader, send }) }
}

const granted = {
  user: {
    id: 'user_0',
    email: 'akinyi@example.com',
    firstName: null,
    lastName: null,
    phone: null,
    roles: ['customer' as const],
    organizationId: null,
    isActive: true,
    hasPassword: false,
    createdAt: '2026-11-01T00:00:00.000Z',
  },
  access_token: 'an expired access token',
  refresh_token: 'a refresh token',
  token_type: 'Bearer' as const,
  expires_in: 900,
}

const refreshesOf = (world: World) => world.calls.filter((call) => call === 'POST /auth/refresh')

function credentialsOf(sessions: Sessions, secret: string) {
  let content: SessionContent | undefined
  return {
    accessToken: () => content?.accessToken ?? granted.access_token,
    renew: async (ended: string) => {
      content = await sessions.renew(secret, ended)
      return content?.accessToken
    },
  }
}

test('a hundred calls with an expired token need one refresh, and all of them succeed', async () => {
  const { api, send, sessions } = await openSessions()
  const secret = await sessions.start(granted)
  const call = () => {
    const user = credentialsOf(sessions, secret)
    const ticketing = makeTicketing({ send, user, organizationToken: '', language: 'en', requestId: 'r' })
    return ticketing.call(listMyPurchases, {})
  }

  const answers = await Promise.all(Array.from({ length: 100 }, call))

  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(refreshesOf(api.world)).toHaveLength(1)
})

test('two processes share one refresh, because using a refresh token twice ends the session', async () => {
  const { api, database, send, sessions } = await openSessions()
  const other = makeSessions({ database: database.reader, send })
  const secret = await sessions.start(granted)

  const renewed = await Promise.all([
    sessions.renew(secret, granted.access_token),
    other.renew(secret, granted.access_token),
  ])

  expect(refreshesOf(api.world)).toHaveLength(1)
  expect(renewed[0]?.accessToken).toBe(renewed[1]?.accessToken)
  expect(api.world.alive.has(renewed[0]?.accessToken ?? '')).toBe(true)
})

test('a token that was read before another process renewed it is not used again', async () => {
  const { api, database, sessions } = await openSessions()
  const secret = await sessions.start(granted)
  const read = await findSealed(database.reader, hashOf(secret))
  await sessions.renew(secret, granted.access_token)

  expect(await claimRenewal(database.reader, hashOf(secret), read ?? Buffer.alloc(0))).toBe(false)
  expect(refreshesOf(api.world)).toHaveLength(1)
})

test('what is remembered during a renewal is kept, and brings no old token back', async () => {
  const { database, send, sessions } = await openSessions()
  const other = makeSessions({ database: database.reader, send })
  for (let round = 0; round < 10; round += 1) {
    const secret = await sessions.start(granted)
    const phones = Array.from({ length: 6 }, (_, nth) => `071234567${nth}`)
    const [renewed] = await Promise.all([
      sessions.renew(secret, granted.access_token),
      ...phones.map((phone) => other.remember(secret, { phone })),
    ])

    const content = await sessions.find(secret)
    expect(content?.accessToken).toBe(renewed?.accessToken)
    expect(phones).toContain(content?.phone)
  }
})

test('a refused refresh ends the session', async () => {
  const { sessions } = await openSessions({ mood: () => 'unauthenticated' })
  const secret = await sessions.start(granted)

  expect(await sessions.renew(secret, granted.access_token)).toBeUndefined()
  expect(await sessions.find(secret)).toBeUndefined()
})

test('after a refresh without an answer, the session is kept for another try', async () => {
  const { api, sessions } = await openSessions({ mood: () => 'silent' })
  const secret = await sessions.start(granted)

  await expect(sessions.renew(secret, granted.access_token)).rejects.toThrow('no answer')
  api.world.mood = () => undefined

  expect((await sessions.renew(secret, granted.access_token))?.accessToken).toMatch(/^access_/)
})

test('the table alone opens nothing: it contains no cookie, token or address', async () => {
  const { database, sessions } = await openSessions()
  const secret = await sessions.start(granted)
  const { rows } = await sql<{ row: string }>`
    select encode(id_hash, 'escape') || encode(sealed, 'escape') as row from sessions`.execute(
    database.reader,
  )

  expect(rows).toHaveLength(1)
  for (const known of [secret, granted.access_token, granted.refresh_token, granted.user.email]) {
    expect(rows[0]?.row).not.toContain(known)
  }
  expect((await sessions.find(secret))?.refreshToken).toBe(granted.refresh_token)
})

test('an ended session is deleted here and at the API', async () => {
  const { api, sessions } = await openSessions()
  const secret = await sessions.start(granted)
  await sessions.end(secret)

  expect(await sessions.find(secret)).toBeUndefined()
  expect(api.world.calls).toContain('POST /auth/logout')
})

test('an answer that is not the API’s does not end a session', async () => {
  const { database, sessions } = await openSessions()
  const secret = await sessions.start(granted)
  for (const status of [200, 404]) {
    const headers = new Headers({ 'content-type': 'text/html' })
    const venue = makeSessions({
      database: database.reader,
      send: async () => ({ status, headers, bytes: new Uint8Array() }),
    })

    await expect(venue.renew(secret, granted.access_token)).rejects.toThrow(Unreachable)

    expect((await sessions.find(secret))?.accessToken).toBe(granted.access_token)
  }
  expect((await sessions.renew(secret, granted.access_token))?.accessToken).toMatch(/^access_/)
})
