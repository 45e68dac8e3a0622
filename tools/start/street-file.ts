import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findProcess, type RunningProcess, waitForEnd } from '../running-process.ts'

type Written = { pid: number; startMark: string }
type Street = { supervisor: Written; isStopping: boolean; boxes: Record<string, Written> }

/** Keeps `street.json`: who runs the street and what runs in it, so that a killed start leaves nobody unknown. */
export function openStreetFile(dataDir: string) {
  const file = fileIn(dataDir)
  const street: Street = { supervisor: write(process.pid), isStopping: false, boxes: {} }
  const save = () => {
    writeFileSync(`${file}.new`, `${JSON.stringify(street, undefined, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  save()
  return {
    addBox(name: string, pid: number) {
      street.boxes[name] = write(pid)
      save()
    },
    removeBox(name: string) {
      delete street.boxes[name]
      save()
    },
    markStopping() {
      street.isStopping = true
      save()
    },
    remove: () => rmSync(file, { force: true }),
  }
}

export type StreetFile = ReturnType<typeof openStreetFile>

/**
 * Makes room for a new start: waits for a street that is stopping, ends what a killed one left behind.
 * Returns the line to stop with if a street is alive and well.
 */
export async function clearStreet(dataDir: string, say: (line: string) => void): Promise<string | undefined> {
  const street = readStreet(dataDir)
  if (!street) return undefined
  const supervisor = findWritten(street.supervisor)
  if (supervisor && !(await isGoing(dataDir, supervisor))) {
    return `Event-Sphere is already running on these data (process ${supervisor.pid}): stop it with Ctrl-C in its terminal, or with kill ${supervisor.pid}`
  }
  const orphans = Object.entries(street.boxes).filter(([, box]) => findWritten(box))
  if (orphans.length > 0) {
    say(`an earlier start was killed: stopping what it left (${orphans.map(([name]) => name).join(', ')})`)
  }
  await Promise.all(orphans.map(([, box]) => endProcess(findWritten(box))))
  rmSync(fileIn(dataDir), { force: true })
  return undefined
}

/** Whoever is stopping, or has lost the terminal a moment ago and is about to, gets the time for it. */
async function isGoing(dataDir: string, supervisor: RunningProcess): Promise<boolean> {
  if (await waitForEnd(supervisor, 3000)) return true
  if (!readStreet(dataDir)?.isStopping) return false
  return waitForEnd(supervisor, 60_000)
}

/** Asks a process to end, and insists after fifteen seconds: a box gives the calls in hand ten. */
export async function endProcess(found: RunningProcess | undefined): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!found || findProcess(found.pid)?.startMark !== found.startMark) return
    process.kill(found.pid, signal)
    if (await waitForEnd(found, 15_000)) return
  }
}

function readStreet(dataDir: string): Street | undefined {
  try {
    return existsSync(fileIn(dataDir))
      ? (JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Street)
      : undefined
  } catch {
    return undefined
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'street.json')
}

function write(pid: number): Written {
  return { pid, startMark: findProcess(pid)?.startMark ?? '' }
}

/** The very process that was written down: ids are used again, the moment of the start tells them apart. */
function findWritten({ pid, startMark }: Written): RunningProcess | undefined {
  const found = findProcess(pid)
  return found?.startMark === startMark ? found : undefined
}
