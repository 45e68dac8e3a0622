import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { findProcess } from '../running-process.ts'
import { type Pace, paceStarts } from './pace-starts.ts'
import { endProcess, type StreetFile } from './street-file.ts'

export type BoxPlan = {
  name: string
  /** The path of its program from the root of the repository. */
  entry: string
  env: NodeJS.ProcessEnv
  /** Answers 200 once the box is ready; a box without a port is ready once it has logged its first line. */
  readyUrl?: string
}

export type Box = {
  name: string
  log: string
  /** @throws with the end of its log if it is not ready in time or ends before */
  waitUntilReady(): Promise<void>
  stop(): Promise<void>
}

export type BoxWorld = {
  root: string
  dataDir: string
  streetFile: StreetFile
  say: (line: string) => void
  /** How long to wait before restarting a box; the default suits production. */
  pace?: Pace
}

const readyWithinMilliseconds = 60_000
type Life = { isReady: boolean; isStopping: boolean; child: ChildProcess | undefined }

/** Starts one process of the street and, once it has been ready, restarts it whenever it ends while the street runs. */
export function startBox(plan: BoxPlan, world: BoxWorld): Box {
  const log = join(world.dataDir, 'logs', `${plan.name}.log`)
  rotate(log)
  const stopping = new AbortController()
  const life: Life = { isReady: false, isStopping: false, child: undefined }
  const lives = keepAlive(plan, world, { log, life, signal: stopping.signal })

  return {
    name: plan.name,
    log,
    async waitUntilReady() {
      await waitUntilReady(plan, () => hasEnded(life.child), log)
      life.isReady = true
    },
    async stop() {
      life.isStopping = true
      stopping.abort()
      if (life.child?.pid !== undefined && !hasEnded(life.child))
        await endProcess(findProcess(life.child.pid))
      // The process ends before we are notified; callers may read the street's file after this.
      await lives
    },
  }
}

type Kept = { log: string; life: Life; signal: AbortSignal }

/** Restarts the box; if it ends before it was ever ready, waitUntilReady reports it. */
async function keepAlive(plan: BoxPlan, world: BoxWorld, { log, life, signal }: Kept): Promise<void> {
  const starts = paceStarts(world.pace)
  for (;;) {
    starts.begins()
    const how = await liveOnce(plan, world, { log, life, signal })
    if (!life.isReady || life.isStopping) return
    const milliseconds = starts.pauseAfterEnd()
    world.say(`${plan.name} ${how} and will be restarted in ${milliseconds / 1000} s (its log: ${log})`)
    await pause(milliseconds, undefined, { signal }).catch(() => {})
    if (life.isStopping) return
  }
}

/** Runs the process once and resolves to how it ended. A fault of one box must not affect the others. */
async function liveOnce(plan: BoxPlan, world: BoxWorld, { log, life }: Kept): Promise<string> {
  try {
    life.child = spawnBox(plan, world, log)
    const [code, signal] = await once(life.child, 'exit')
    world.streetFile.removeBox(plan.name)
    return signal ? `was ended by ${signal}` : `ended with code ${code}`
  } catch (fault) {
    return `could not be started (${fault instanceof Error ? fault.message : fault})`
  }
}

function spawnBox(plan: BoxPlan, world: BoxWorld, log: string): ChildProcess {
  // Output goes directly to a file: if we are killed, the box must not fail at its next line.
  const output = openSync(log, 'a', 0o600)
  const child = spawn(process.execPath, [join(world.root, plan.entry)], {
    cwd: world.root,
    env: plan.env,
    stdio: ['ignore', output, output],
    // A separate process group: Ctrl-C reaches only us, and we stop the boxes in order.
    detached: true,
  })
  closeSync(output)
  if (child.pid !== undefined) world.streetFile.addBox(plan.name, child.pid)
  return child
}

async function waitUntilReady(plan: BoxPlan, isOver: () => boolean, log: string): Promise<void> {
  const deadline = performance.now() + readyWithinMilliseconds
  while (!(await isReady(plan, log))) {
    if (isOver()) throw new Error(`${plan.name} did not start\n${tailOf(log)}`)
    if (performance.now() > deadline) {
      const seconds = readyWithinMilliseconds / 1000
      throw new Error(
        `${plan.name} was not ready within ${seconds} seconds (${plan.readyUrl ?? log})\n${tailOf(log)}`,
      )
    }
    await pause(50)
  }
}

async function isReady({ readyUrl }: BoxPlan, log: string): Promise<boolean> {
  if (!readyUrl) return readFileSync(log, 'utf8').includes('\n')
  try {
    const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(5000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return child?.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function rotate(log: string): void {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 })
  if (existsSync(log)) renameSync(log, log.replace(/\.log$/, '.previous.log'))
}

/** The end of a log, for an error message. */
export function tailOf(log: string): string {
  if (!existsSync(log)) return ''
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12)
  return [`the end of ${log}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}
