import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { findProcess, waitForEnd } from '../running-process.ts'
import { keepDatabase } from './keep-database.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

test('a database that is killed repeatedly is restarted each time, at the same address', async () => {
  const { url, kill, lines } = await aDatabase()
  await vi.waitUntil(() => answers(url))

  for (let death = 1; death <= 4; death += 1) {
    await kill()
    await vi.waitUntil(() => answers(url), { timeout: 60_000 })
  }

  // It may have been killed during the readiness check; that is reported too.
  const told = lines.filter((line) =>
    /^the database (has stopped|could not be started).* and will be restarted in /.test(line),
  )
  expect(told).toHaveLength(4)
  await vi.waitUntil(() => lines.at(-1) === 'the database is running again', { timeout: 60_000 })
}, 120_000)

test('a database whose port is in use while it is down is retried until the port is free', async () => {
  const { url, kill, lines } = await aDatabase()
  await kill()
  const squatter = await listensOn(Number(new URL(url).port))
  await vi.waitUntil(() => lines.some((line) => line.includes('is in use')), { timeout: 30_000 })

  await new Promise((resolve) => squatter.close(resolve))

  await vi.waitUntil(() => answers(url), { timeout: 60_000 })
  expect(lines.find((line) => line.includes('is in use'))).toMatch(
    /^the database could not be started \(port \d+ for the database is in use\) and will be restarted in [\d.]+ s/,
  )
}, 120_000)

async function aDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), 'keep-database-'))
  cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const lines: string[] = []
  const pace = { firstMilliseconds: 200, longestMilliseconds: 300, healthyMilliseconds: 60_000 }
  const database = await keepDatabase({ dataDir, say: (line) => lines.push(line), pace })
  cleanUps.push(() => database.stop())
  const kill = async () => {
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    const server = findProcess(Number.parseInt(readFileSync(file, 'utf8'), 10))
    if (!server) throw new Error('no server is running')
    process.kill(server.pid, 'SIGKILL')
    await waitForEnd(server, 10_000)
  }
  return { url: database.url, kill, lines }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query('select 1')).rowCount === 1
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Another process takes the port: it tries until the server is gone. */
async function listensOn(port: number): Promise<Server> {
  for (;;) {
    const server = createServer()
    const isListening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (isListening) return server
  }
}
