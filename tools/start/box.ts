import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { findProcess } from '@event-sphere/kit/database/embedded/running-process'
import { countDeaths } from './count-deaths.ts'
import { endProcess, type StreetFile } from './street-file.ts'

export type BoxPlan = {
  name: string
  /** Its program, from the root of the repository. */
  entry: string
  env: NodeJS.ProcessEnv
  /** Answers 200 once the box is ready; a box that serves nothing is ready when it has logged its first line. */
  readyUrl?: string
}

export type Box = {
  name: string
  log: string
  /** @throws with the end of its log when it is not ready in time or ends before. */
  waitUntilReady(): Promise<void>
  stop(): Promise<void>
}

export type BoxWorld = {
  root: string
  dataDir: string
  streetFile: StreetFile
  say: (line: string) => void
  /** Called when a box cannot be kept alive. */
  giveUp: (reason: string) => void
}

const readyWithinMilliseconds = 60_000
type Life = { isReady: boolean; isStopping: boolean; child: ChildProcess }

/** Starts one process of the street and keeps it alive until it is told to stop. */
export function startBox(plan: BoxPlan, world: BoxWorld): Box {
  const log = join(world.dataDir, 'logs', `${plan.name}.log`)
  rotate(log)
  const deaths = countDeaths()
  const life: Life = { isReady: false, isStopping: false, child: spawnBox(plan, world, log) }

  const revive = async (code: number | null, signal: NodeJS.Signals | null) => {
    world.streetFile.removeBox(plan.name)
    if (!life.isReady || life.isStopping) return
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
    const milliseconds = deaths.pauseAfterAnother()
    if (milliseconds === undefined) {
      world.giveUp(`${plan.name} ${how}, again and again within a minute\n${tailOf(log)}`)
      return
    }
    world.say(`${plan.name} ${how} and starts again in ${milliseconds / 1000} s (its log: ${log})`)
    await pause(milliseconds)
    if (!life.isStopping) begin()
  }
  const begin = () => {
    life.child = spawnBox(plan, world, log)
    life.child.once('exit', revive)
  }
  life.child.once('exit', revive)

  return {
    name: plan.name,
    log,
    async waitUntilReady() {
      await waitUntilReady(plan, () => hasEnded(life.child), log)
      life.isReady = true
    },
    async stop() {
      life.isStopping = true
      if (life.child.pid !== undefined && !hasEnded(life.child)) await endProcess(findProcess(life.child.pid))
    },
  }
}

function spawnBox(plan: BoxPlan, world: BoxWorld, log: string): ChildProcess {
  // To a file and not through us: a box whose start was killed must not fail at its next line.
  const output = openSync(log, 'a', 0o600)
  const child = spawn(process.execPath, [join(world.root, plan.entry)], {
    cwd: world.root,
    env: plan.env,
    stdio: ['ignore', output, output],
    // A process group of its own: Ctrl-C reaches us alone, and we end the boxes in their order.
    detached: true,
  })
  closeSync(output)
  // Without a process there is an error and no exit; both mean that it has ended.
  child.once('error', () => child.emit('exit', 127, null))
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

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function rotate(log: string): void {
  mkdirSync(dirname(log), { recursive: true })
  if (existsSync(log)) renameSync(log, log.replace(/\.log$/, '.previous.log'))
}

/** The end of a log, for whoever has to find out why. */
export function tailOf(log: string): string {
  if (!existsSync(log)) return ''
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12)
  return [`the end of ${log}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}
