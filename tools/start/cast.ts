import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import { findFreePort } from '@event-sphere/kit/find-free-port'
import { vi } from 'vitest'
import { call } from '../seed/call.ts'
import type { Demonstration } from '../seed/record.ts'

export const readyWithin = 240_000
const portNames = ['SITE', 'TICKETING', 'METRICS', 'SANDBOX_MPESA', 'SANDBOX_MAIL', 'SANDBOX_SMTP']

export type Street = Awaited<ReturnType<typeof aStreet>>

/** A street that has never been started, with its own ports and data. */
export async function aStreet() {
  const dataDir = mkdtempSync(join(tmpdir(), 'life-of-a-street-'))
  chmodSync(dataDir, 0o755)
  const ports: Partial<Record<string, string>> = Object.fromEntries(
    await Promise.all(portNames.map(async (name) => [`${name}_PORT`, String(await findFreePort(0))])),
  )
  const { PATH, HOME, LANG } = process.env
  const env = { PATH, HOME, LANG, DATA_DIR: dataDir, ...ports }
  let running: ReturnType<typeof begin> | undefined

  async function start(words: string[] = []) {
    const begun = begin(env, words)
    running = begun
    const isDone = () => begun.printed().includes('Ctrl-C stops everything') || begun.hasEnded()
    await vi.waitUntil(isDone, { timeout: readyWithin })
    if (begun.hasEnded()) throw new Error(begun.printed())
  }

  /** Runs a second start on the same data to its end. */
  async function runBeside() {
    const begun = begin(env, [])
    const [code] = await once(begun.process, 'close')
    return { code, printed: begun.printed() }
  }

  async function raze() {
    await running?.end('SIGTERM')
    rmSync(dataDir, { recursive: true })
  }

  return {
    dataDir,
    ports,
    start,
    runBeside,
    raze,
    pid: () => running?.process.pid,
    printed: () => running?.printed(),
    end: async (signal: NodeJS.Signals) => running?.end(signal),
    ...whatIsKeptIn(dataDir),
  }
}

/** Reads the files in a street's data folder, and the summit from its API. */
function whatIsKeptIn(dataDir: string) {
  const demonstrationText = () => readFileSync(join(dataDir, 'demonstration.json'), 'utf8')
  const demonstration = () => JSON.parse(demonstrationText()) as Demonstration

  async function saleStates({ ticketing, eventId } = demonstration()): Promise<string[]> {
    const { items } = await call(ticketing, listPublicTicketTypes, { params: { eventId } })
    return items.map((type) => type.saleState)
  }

  const postmaster = join(dataDir, 'postgres/cluster/postmaster.pid')
  const serverId = () => Number.parseInt(readFileSync(postmaster, 'utf8'), 10)

  /** The server's process id; undefined if none is recorded. */
  function findServerId(): number | undefined {
    const id = existsSync(postmaster) ? serverId() : Number.NaN
    return Number.isNaN(id) ? undefined : id
  }

  function boxesByName(): Partial<Record<string, number>> {
    const street: { boxes: Record<string, { pid: number }> } = JSON.parse(
      readFileSync(join(dataDir, 'street.json'), 'utf8'),
    )
    return Object.fromEntries(Object.entries(street.boxes).map(([name, { pid }]) => [name, pid]))
  }
  const boxes = () => Object.values(boxesByName()).filter((pid) => pid !== undefined)

  return { demonstrationText, demonstration, saleStates, serverId, findServerId, boxesByName, boxes }
}

export async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

function begin(env: NodeJS.ProcessEnv, words: string[]) {
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
