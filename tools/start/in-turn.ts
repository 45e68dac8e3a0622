import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { newUuid } from '@event-sphere/kit/ids'
import { findProcess } from '../running-process.ts'

const askEveryMilliseconds = 100

/** Runs an act while nobody else runs one under the same file, in this process or another; a turn ends with its process. */
export async function inTurn<Result>(file: string, act: () => Promise<Result>): Promise<Result> {
  while (!take(file)) await pause(askEveryMilliseconds)
  try {
    return await act()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  const own = `${file}-${newUuid()}`
  // Written before it has the name that others look for, so that nobody reads half of it.
  writeFileSync(own, nameOf(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(own)
  }
  const holder = readHolder(file)
  // Whoever was killed in the middle could not give it back.
  if (holder && nameOf(Number.parseInt(holder, 10)) !== holder) rmSync(file, { force: true })
  return false
}

/** A process id is used again, so its start belongs to its name. */
function nameOf(pid: number): string {
  return `${pid} ${findProcess(pid)?.startMark}`
}

/** What stands in the file; undefined if it was given back in the meantime. */
function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
