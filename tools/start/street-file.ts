import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findProcess, type RunningProcess, waitForEnd } from '../running-process.ts'

type Written = { pid: number; startMark: string }
type Street = { supervisor: Written; isStopping: boolean; boxes: Record<string, Written> }

/** Maintains `street.json`: the supervisor and the boxes, so that processes left by a killed start can be found. */
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
 * Prepares a new start: waits for a street that is stopping, and ends processes of a killed one. Returns an error line
 * if a street is running.
 */
export async function clearStreet(dataDir: string, say: (line: string) => void): Promise<string | undefined> {
  const street = readStreet(dataDir)
  if (!street) return undefined
  const supervisor = findWritten(street.supervisor)
  if (supervisor && !(await isGoing(dataDir, supervisor))) {
    return `Event-Sphere is already running with this data (process ${supervisor.pid}): stop it with Ctrl-C in its terminal, or with kill ${supervisor.pid}`
  }
  const orphans = Object.entries(street.boxes).filter(([, box]) => findWritten(box))
  if (orphans.length > 0) {
    say(`an earlier start was killed: stopping its processes (${orphans.map(([name]) => name).join(', ')})`)
  }
  await Promise.all(orphans.map(([, box]) => endProcess(findWritten(box))))
  rmSync(fileIn(dataDir), { force: true })
  return undefined
}

/** A street that is stopping, or has just lost its terminal and is about to, gets the time to do so. */
async function isGoing(dataDir: string, supervisor: RunningProcess): Promise<boolean> {
  if (await waitForEnd(supervisor, 3000)) return true
  if (!readStreet(dataDir)?.isStopping) return false
  return waitForEnd(supervisor, 60_000)
}

/** Asks a process to end, and kills it after fifteen seconds: a box gives open calls ten. */
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

/** The recorded process itself: ids are reused, but the start time differs. */
function findWritten({ pid, startMark }: Written): RunningProcess | undefined {
  const found = findProcess(pid)
  return found?.startMark === startMark ? found : undefined
}
