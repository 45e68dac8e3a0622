import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { applicationUrl, openCluster } from './cluster.ts'
import { findPostmaster } from './postmaster.ts'

/** The address of the embedded PostgreSQL that is running on this folder, if any. Creates and starts nothing. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  if (!existsSync(join(dataDir, 'credentials.json'))) return undefined
  const home = await openCluster(realpathSync(dataDir), { sync: true })
  const running = findPostmaster(home.cluster)
  return running && applicationUrl(home, running.port)
}
