import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOwner } from './owner.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { throwawaySettings } from './settings.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

export type TestPostgres = { url: string; superuserUrl: string; stop(): Promise<void> }

const prefix = 'event-sphere-test-'
const silent = { info() {}, warn() {} }

/**
 * A separate PostgreSQL for one test run, in a temporary folder that `stop` removes. Its role may create databases. It
 * is fast because it acknowledges before writing to disk: for tests only.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await removeAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent, settings: throwawaySettings })
  return {
    url: postgres.url,
    superuserUrl: postgres.superuserUrl,
    async stop() {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A killed run leaves its server running and its folder behind. */
async function removeAbandoned(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))
  for (const folder of folders.map((name) => realpathSync(join(tmpdir(), name)))) {
    if (findOwner(folder)?.isAlive !== false) continue
    const postmaster = findPostmaster(join(folder, 'cluster'))
    if (postmaster) await stopPostmaster(postmaster)
    rmSync(folder, { recursive: true, force: true })
  }
}
