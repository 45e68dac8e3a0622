import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { findProcess } from '../running-process.ts'
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts'

/** A log that is not read. */
export const silent = { info() {}, warn() {} }

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'postgres')
}

export async function started(options: Partial<EmbeddedPostgresOptions> & { dataDir: string }) {
  const postgres = await startEmbeddedPostgres({ log: silent, ...options })
  onTestFinished(() => postgres.stop())
  return postgres
}

/** Started by a separate process, which can be killed. */
export async function startedByAnother(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./start-embedded-postgres.ts', import.meta.url))})
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: { info() {}, warn() {} } })
    process.stdout.write(postgres.url)
    process.on('SIGTERM', () => postgres.stop().then(() => process.exit()))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => killed(child))
  const url = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  return { child, url }
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

export async function endedByTerm(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

export function serverOf(dataDir: string) {
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  const found = existsSync(pidFile)
    ? findProcess(Number.parseInt(readFileSync(pidFile, 'utf8'), 10))
    : undefined
  if (!found) throw new Error('no server is running')
  return found
}

export async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
