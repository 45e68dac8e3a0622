import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '@event-sphere/kit/database/database'
import { startSilentRelay } from '@event-sphere/kit/testing/silent-relay'
import express from 'express'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startPretendApi } from '../cast/pretend-api.ts'
import { aDatabase } from '../cast/street.ts'
import { serveHealth } from './serve-health.ts'

async function aSite(databaseUrl: string, apiUrl: string) {
  const database = openDatabase({ url: databaseUrl, schema: 'public', onFault: () => undefined })
  const app = express()
  serveHealth(app, database.reader, apiUrl)
  const server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    await database.close()
    await new Promise((closed) => {
      server.close(closed)
      server.closeAllConnections()
    })
  })
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`)
    return ((await answer.json()) as { status: string }).status
  }
}

test('the site is ready while its database and the Ticketing API answer', async () => {
  const api = await startPretendApi()
  const ready = await aSite(await aDatabase(), api.url)
  expect(await ready()).toBe('ready')

  await api.close()
  await vi.waitFor(async () => expect(await ready()).toBe('waiting for the Ticketing API'), {
    timeout: 10_000,
  })

  const again = await startPretendApi({}, Number(new URL(api.url).port))
  onTestFinished(again.close)
  await vi.waitFor(async () => expect(await ready()).toBe('ready'), { timeout: 10_000 })
})

test('a silent database is reported without waiting for it', async () => {
  const api = await startPretendApi()
  const relay = await startSilentRelay(await aDatabase())
  onTestFinished(async () => {
    await relay.close()
    await api.close()
  })
  const ready = await aSite(relay.url, api.url)
  expect(await ready()).toBe('ready')
  relay.fallSilent({ forAll: true })
  expect(await ready()).toBe('waiting for the database')
})
