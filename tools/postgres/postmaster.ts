import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Client } from 'pg'
import { findProcess, type RunningProcess, waitForEnd } from '../running-process.ts'
import { type ClusterHome, superuserUrl } from './cluster.ts'
import { commandAs, giveTo } from './server-user.ts'
import { asParameters, type ServerSettings } from './settings.ts'

/** A running server: PostgreSQL calls its first process the postmaster. */
export type Postmaster = { process: RunningProcess; port: number }

// Crash recovery replays the log since the last checkpoint, which can be slow on a slow disk.
const readyWithinMilliseconds = 120_000
const stopWithinMilliseconds = 60_000

/** Finds a server that is already running on this cluster, for instance because its starter was killed. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster)
  const found = findProcess(Number(lines?.[0]))
  // Its command line contains the folder; a dead server's id may have been reused by another process.
  if (!lines || !found?.command.includes(cluster)) return undefined
  return { process: found, port: Number(lines[3]) }
}

/** Line 1 is the process id, 4 the port, 8 the state: miscadmin.h of PostgreSQL. */
function readPidFile(cluster: string): string[] | undefined {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : undefined
}

export function isStopping(cluster: string): boolean {
  return readPidFile(cluster)?.[7]?.trim() === 'stopping'
}

/** Starts a server and waits until it answers. @throws with the end of its log if it does not */
export async function launchPostmaster(
  home: ClusterHome,
  port: number,
  settings: ServerSettings,
): Promise<Postmaster> {
  const deadline = performance.now() + stopWithinMilliseconds
  for (;;) {
    try {
      return await launchOnce(home, port, settings)
    } catch (error) {
      // A busy process of a killed server notices its end only between two steps of its statement.
      const mayPass = messageOf(error).includes('pre-existing shared memory block')
      if (!mayPass || performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

async function launchOnce(home: ClusterHome, port: number, settings: ServerSettings): Promise<Postmaster> {
  disownPidFile(home.cluster)
  const log = join(home.folder, 'postgres.log')
  if (existsSync(log)) renameSync(log, join(home.folder, 'postgres.previous.log'))
  const child = spawnServer(home, log, ['-D', home.cluster, '-p', String(port), ...asParameters(settings)])
  const found = child.pid === undefined ? undefined : findProcess(child.pid)
  if (!found) throw new Error(`PostgreSQL did not start:\n${tailOf(log)}`)
  const postmaster = { process: found, port }
  try {
    await waitUntilReady(home, postmaster)
  } catch (error) {
    await stopPostmaster(postmaster)
    throw new Error(`PostgreSQL did not start: ${messageOf(error)}\n${tailOf(log)}`)
  }
  return postmaster
}

/**
 * A dead server leaves its pid file. PostgreSQL does not start while the process named there exists, even as a zombie
 * or with a reused id, unless it is its own parent. So our id is written there. (Deleting the file would also disable
 * the check that no process of the dead server still uses the shared memory.)
 */
function disownPidFile(cluster: string): void {
  const lines = readPidFile(cluster)
  if (lines) writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

function spawnServer(home: ClusterHome, log: string, parameters: string[]): ChildProcess {
  const output = openSync(log, 'w', 0o600)
  giveTo(home.user, log)
  const { command, parameters: all, options } = commandAs(home.user, home.binaries.postgres, parameters)
  // A separate process group: Ctrl-C in the terminal must not stop it before the processes that still write to it.
  const child = spawn(command, all, { ...options, detached: true, stdio: ['ignore', output, output] })
  child.on('error', () => {})
  child.unref()
  closeSync(output)
  return child
}

/** @throws if the server ends, does not answer in time, or is not the one of this folder */
export async function waitUntilReady(home: ClusterHome, postmaster: Postmaster): Promise<void> {
  const deadline = performance.now() + readyWithinMilliseconds
  for (;;) {
    const answer = await askForFolder(superuserUrl(home, postmaster.port))
    if (answer.folder === home.cluster) return
    if (answer.folder) throw new Error(`port ${postmaster.port} answers for another folder, ${answer.folder}`)
    if (findProcess(postmaster.process.pid)?.startMark !== postmaster.process.startMark)
      throw new Error('it ended')
    if (performance.now() > deadline) throw new Error(`no answer on port ${postmaster.port}: ${answer.fault}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

async function askForFolder(url: string): Promise<{ folder?: string; fault?: string }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    )
    return rows[0] ?? {}
  } catch (error) {
    return { fault: messageOf(error) }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Ends connections, writes everything to disk, and waits for the end: PostgreSQL's "fast shutdown". */
export async function stopPostmaster({ process: found }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (findProcess(found.pid)?.startMark !== found.startMark) return
    process.kill(found.pid, signal)
    // The two harder signals lose no data either: the next start recovers from the write-ahead log.
    if (await waitForEnd(found, stopWithinMilliseconds)) return
  }
}

export function tailOf(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
