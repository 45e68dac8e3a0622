import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder, query, started } from './cast.ts'

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

test('a stale pid file with the id of another living process does not prevent the start', async () => {
  const dataDir = aFolder()
  const first = await started({ dataDir })
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  const bystander = spawn('sleep', ['60'])
  onTestFinished(() => void bystander.kill())
  writeFileSync(pidFile, [bystander.pid, ...rest].join('\n'), { mode: 0o600 })

  const second = await started({ dataDir })

  expect(second.adopted).toBe(false)
  expect(bystander.exitCode).toBeNull()
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
  onTestFinished(() => void squatter.close())
  await once(squatter, 'listening')
  const warnings: string[] = []

  const second = await started({ dataDir, log: { info() {}, warn: (line) => warnings.push(line) } })

  expect(second.url).not.toBe(first.url)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('is in use by another process')
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
