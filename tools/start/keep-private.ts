import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const ours =
  /^(?:postgres|logs|mail|phone\.json|at-\d{4}|street\.(?:json|log)(?:\.new)?|demonstration(?:\.unfinished)?\.json(?:\.new)?)$/

/**
 * Makes a folder that nobody else can look into. One that exists already is closed too if it holds nothing but what
 * is ours; another (a DATA_DIR like /srv) stays as it is, and what we put there is private all the same.
 */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (statSync(folder).uid !== process.getuid?.()) return
  if (readdirSync(folder).every((name) => ours.test(name))) chmodSync(folder, modeFor(folder))
}

/** A database that another user runs (root may not) has to be reached through it. */
function modeFor(folder: string): number {
  const cluster = join(folder, 'postgres', 'cluster')
  const isOthers = existsSync(cluster) && statSync(cluster).uid !== process.getuid?.()
  return isOthers ? 0o711 : 0o700
}
