import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type Binaries, binariesIn } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

/** Whether that user can reach the folder: a parent folder with mode 700 excludes all other users. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (user.kind !== 'other') return true
  if (existsSync(folder) && !maySearch(user, folder)) return false
  return dirname(folder) === folder || canReach(user, dirname(folder))
}

function maySearch(user: { uid: number; gid: number }, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & 1) === 1
}

/** Binaries that the user can run: copied once if they are in a place that only we can reach. */
export function binariesFor(user: ServerUser, binaries: Binaries, shared: string): Binaries {
  if (canReach(user, binaries.folder)) return binaries
  const version = readFileSync(join(binaries.folder, '..', 'package.json'), 'utf8').match(
    /"version": "(.*?)"/,
  )
  const copy = join(shared, `postgres-${version?.[1]}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(shared, { recursive: true, mode: 0o755 })
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
    rmSync(unfinished, { recursive: true, force: true })
  }
  return binariesIn(copy)
}
