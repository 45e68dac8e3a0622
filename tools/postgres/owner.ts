import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findProcess } from '../running-process.ts'

/** A living process is using this folder's server. */
export class DatabaseInUse extends Error {
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`the database in ${folder} is in use by process ${pid}: stop that process first`)
    this.name = 'DatabaseInUse'
    this.pid = pid
  }
}

/**
 * Records this process as the owner of this folder's server; a dead owner is replaced. Returns a function that releases
 * it. @throws DatabaseInUse
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'owner.json')
  const mine = JSON.stringify({ pid: process.pid, startMark: findProcess(process.pid)?.startMark })
  const owner = findOwner(folder)
  if (owner?.isAlive) throw new DatabaseInUse(folder, owner.pid)
  rmSync(file, { force: true })
  if (!makeWhole(file, mine)) throw new DatabaseInUse(folder, findOwner(folder)?.pid ?? 0)
  return () => {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true })
  }
}

/** A link appears atomically with its text, and only one of two processes can create it. */
function makeWhole(file: string, text: string): boolean {
  const unlinked = `${file}.${process.pid}`
  writeFileSync(unlinked, text, { mode: 0o600 })
  try {
    linkSync(unlinked, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(unlinked)
  }
}

/** The last recorded owner of this folder, if any. */
export function findOwner(folder: string): { pid: number; isAlive: boolean } | undefined {
  try {
    const written: unknown = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'))
    const { pid, startMark } = written as { pid: number; startMark: string }
    return { pid, isAlive: findProcess(pid)?.startMark === startMark }
  } catch {
    return undefined
  }
}
