import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { applicationUrl, openCluster } from './cluster.ts'
import { findPostmaster } from './postmaster.ts'

/** The address of the embedded PostgreSQL that runs on this folder, if one does; nothing is made and nothing started. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  if (!existsSync(join(dataDir, 'credentials.json'))) return undefined
  const home = await openCluster(realpathSync(dataDir), { sync: true })
  const running = findPostmaster(home.cluster)
  return running && applicationUrl(home, running.port)
}
