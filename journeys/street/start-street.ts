import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { type Demonstration, readDemonstration } from './demonstration.ts'
import { findFreePorts } from './free-ports.ts'
import { waitFor } from './wait-for.ts'

export type Street = {
  /** The folder of its demonstration file and data. */
  dataDir: string
  demonstration: Demonstration
  /** Stops it like Ctrl-C. Its data is kept. */
  stop(): Promise<void>
}

/** A separate folder and ports, so that several streets can run at once, or one can be restarted. */
export type Ground = { dataDir: string; ports: Record<string, string>; clear(): void }

const root = resolve(import.meta.dirname, '../..')
/** The first start builds the site and the gate. */
const readyWithinSeconds = 280
const endsWithinMilliseconds = 60_000

export async function breakGround(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'event-sphere-street-'))
  const clear = () => rmSync(dataDir, { recursive: true, force: true })
  return { dataDir, ports: await findFreePorts(), clear }
}

/**
 * Starts everything like a new user and waits until it answers.
 * @param at another instant to run at, such as `2027-07-15T08:00`, Eldoret time
 */
export async function startStreet(ground: Ground, at?: string): Promise<Street> {
  const log = join(ground.dataDir, 'street.log')
  const child = spawnStart(ground, log, at)
  try {
    // At another time it has separate data, in one folder for each year's summit, which ends on 17 July.
    const dataDir = at === undefined ? ground.dataDir : join(ground.dataDir, `at-${at.slice(0, 4)}`)
    const demonstration = await waitUntilItStands(dataDir, child)
    return { dataDir, demonstration, stop: () => stop(child, log) }
  } catch (fault) {
    await stop(child, log).catch(() => {})
    throw new Error(`the street did not start: ${fault}\n${readFileSync(log, 'utf8')}`)
  }
}

function spawnStart({ dataDir, ports }: Ground, log: string, at: string | undefined): ChildProcess {
  const output = openSync(log, 'a', 0o600)
  const words = at === undefined ? [] : ['--at', at]
  const child = spawn(process.execPath, [join(root, 'tools/start/main.ts'), ...words], {
    cwd: root,
    env: { ...plainEnvironment(), ...ports, DATA_DIR: dataDir },
    // If this process is killed, the channel closes and the street stops by itself.
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  return child
}

/** Without the test runner's variables (React would start in test mode) and a developer's own settings. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, USER, LANG, TMPDIR } = process.env
  return { PATH, HOME, USER, LANG, TMPDIR }
}

async function waitUntilItStands(dataDir: string, child: ChildProcess): Promise<Demonstration> {
  const file = join(dataDir, 'demonstration.json')
  return waitFor(
    `the site to answer and ${file}`,
    async () => {
      if (hasEnded(child)) throw new Error(`its start ended with code ${child.exitCode ?? child.signalCode}`)
      if (!existsSync(file)) return undefined
      const demonstration = readDemonstration(file)
      return (await answers(demonstration.site)) ? demonstration : undefined
    },
    readyWithinSeconds,
  )
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess, log: string): Promise<void> {
  if (hasEnded(child)) return
  const end = once(child, 'exit', { signal: AbortSignal.timeout(endsWithinMilliseconds) })
  child.kill('SIGTERM')
  await end.catch(() => {
    child.kill('SIGKILL')
    throw new Error(`the street did not stop within a minute\n${readFileSync(log, 'utf8')}`)
  })
  if (child.exitCode !== 0) {
    throw new Error(`the street stopped with code ${child.exitCode}\n${readFileSync(log, 'utf8')}`)
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
