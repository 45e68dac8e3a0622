import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const ours =
  /^(?:postgres|logs|mail|phone\.json|at-\d{4}|street\.(?:json|log)(?:\.new)?|demonstration(?:\.unfinished)?\.json(?:\.new)?)$/

/**
 * Creates a folder that no other user can read. An existing one is closed too if it contains only our files; any other
 * (a DATA_DIR such as /srv) is left as it is, and our files in it are private.
 */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (statSync(folder).uid !== process.getuid?.()) return
  if (readdirSync(folder).every((name) => ours.test(name))) chmodSync(folder, modeFor(folder))
}

/** If another user runs the database (root may not), that user has to pass through it. */
function modeFor(folder: string): number {
  const cluster = join(folder, 'postgres', 'cluster')
  const isOthers = existsSync(cluster) && statSync(cluster).uid !== process.getuid?.()
  return isOthers ? 0o711 : 0o700
}
