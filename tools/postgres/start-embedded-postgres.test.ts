import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { findProcess, waitForEnd } from '../running-process.ts'
import { DatabaseInUse } from './owner.ts'
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

test('acknowledged data is kept after a stop and a second start, on the same port', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  await query(first.url, 'create table kept (word text)')
  await query(first.url, `insert into kept values ('eldoret')`)
  await first.stop()
  expect(first.isRunning()).toBe(false)

  const second = await started({ dataDir })

  expect(second.adopted).toBe(false)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'eldoret' }])
})

test('the server is durable, checks its pages, uses UTF-8 and requires a password', async () => {
  const dataDir = aFolder()
  const postgres = await started({ dataDir })
  const settings = await query(
    postgres.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
            current_setting('listen_addresses') as addresses, current_setting('is_superuser') as superuser`,
  )

  expect(settings).toEqual([
    {
      fsync: 'on',
      commit: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      superuser: 'off',
    },
  ])
  expect(statSync(join(dataDir, 'credentials.json')).mode & 0o777).toBe(0o600)
  const wrong = new URL(postgres.url)
  wrong.password = 'guessed'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('after a kill -9 of the process that started it, the next start adopts the running server', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  await query(url, 'create table kept (word text)')
  await killed(child)

  const next = await started({ dataDir })

  expect(next.adopted).toBe(true)
  expect(next.url).toBe(url)
  expect(await query(next.url, 'select * from kept')).toEqual([])
  await next.stop()
  await expect(query(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('after a kill -9 of starter and server, the next start recovers all acknowledged data', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  await query(url, `create table kept as select 'eldoret' as word`)
  const server = serverOf(dataDir)
  await killed(child)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)

  const next = await started({ dataDir })

  expect(next.adopted).toBe(false)
  expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'eldoret' }])
})

test('a start waits for a busy process of a killed server', async () => {
  const dataDir = aFolder()
  const { child, url } = await startedByAnother(dataDir)
  const server = serverOf(dataDir)
  // Busy for a second or two without noticing anything else.
  const busy = query(url, `select count(*) from generate_series(1, 3000) a, generate_series(1, 6000) b`)
  await vi.waitUntil(async () => {
    const rows = await query(
      url,
      `select 1 from pg_stat_activity where state = 'active' and query like '%6000)%'`,
    )
    return rows.length === 2
  })
  await killed(child)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)

  const next = await started({ dataDir })

  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await busy.catch(() => {})
})

test('a stale pid file with the id of another living process does not prevent the start', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  const bystander = spawn('sleep', ['60'])
  cleanUps.push(() => bystander.kill())
  writeFileSync(pidFile, [bystander.pid, ...rest].join('\n'), { mode: 0o600 })

  const second = await started({ dataDir })

  expect(second.adopted).toBe(false)
  expect(bystander.exitCode).toBeNull()
})

test('while its starter lives, a second start says which process has the database', async () => {
  const dataDir = aFolder()
  const { child } = await startedByAnother(dataDir)

  const second = startEmbeddedPostgres({ dataDir, log: silent })

  await expect(second).rejects.toThrow(DatabaseInUse)
  await expect(second).rejects.toThrow(`is in use by process ${child.pid}`)
  await endedByTerm(child)
})

test('of two starts at the same moment one gets the database, and the other is told so', async () => {
  const dataDir = aFolder()
  const both = await Promise.allSettled([started({ dataDir }), started({ dataDir })])

  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('after an interrupted creation of the cluster, it is created again', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  await first.stop()
  rmSync(join(dataDir, 'cluster'), { recursive: true })
  writeFileSync(join(dataDir, 'cluster.new'), 'half of something')

  const second = await started({ dataDir })

  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('if another process has taken the port, another one is used, and this is reported', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  await first.stop()
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  cleanUps.push(() => squatter.close())
  await once(squatter, 'listening')
  const warnings: string[] = []

  const second = await started({ dataDir, log: { info() {}, warn: (line) => warnings.push(line) } })

  expect(second.url).not.toBe(first.url)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('is in use by another process')
})

test('a server that dies is noticed and can be started again', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  const server = serverOf(dataDir)
  process.kill(server.pid, 'SIGKILL')
  await waitForEnd(server, 10_000)
  expect(first.isRunning()).toBe(false)
  await first.stop()

  const second = await started({ dataDir })

  expect(second.isRunning()).toBe(true)
})

test('a cluster of another version is refused with instructions', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  await first.stop()
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')

  await expect(started({ dataDir })).rejects.toThrow(/created by PostgreSQL 17, but this is 18/)
})

test('without user namespaces root hands the server to an unprivileged user', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir, canUseNamespace: () => false })
  const owner = statSync(join(dataDir, 'cluster')).uid
  await query(first.url, 'create table kept (word text)')
  await first.stop()

  const second = await started({ dataDir })

  expect(owner).not.toBe(0)
  expect(await query(second.url, 'select * from kept')).toEqual([])
  expect(statSync(join(dataDir, 'cluster')).uid).toBe(owner)
})

const silent = { info() {}, warn() {} }

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'))
  chmodSync(folder, 0o755)
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'postgres')
}

async function started(options: Partial<EmbeddedPostgresOptions> & { dataDir: string }) {
  const postgres = await startEmbeddedPostgres({ log: silent, ...options })
  cleanUps.push(() => postgres.stop())
  return postgres
}

/** Started by a separate process, which can be killed. */
async function startedByAnother(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./start-embedded-postgres.ts', import.meta.url))})
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: { info() {}, warn() {} } })
    process.stdout.write(postgres.url)
    process.on('SIGTERM', () => postgres.stop().then(() => process.exit()))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanUps.push(() => killed(child))
  const url = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  return { child, url }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function endedByTerm(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function serverOf(dataDir: string) {
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  const found = existsSync(pidFile)
    ? findProcess(Number.parseInt(readFileSync(pidFile, 'utf8'), 10))
    : undefined
  if (!found) throw new Error('no server is running')
  return found
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
