import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, findBinaries } from './binaries.ts'
import { binariesFor, canReach } from './reach.ts'
import { chooseServerUser, giveTo, runAs, type ServerUser } from './server-user.ts'

/** A cluster's folders and user. `folder` is ours (mode 700), `cluster` is PostgreSQL's own. */
export type ClusterHome = {
  folder: string
  cluster: string
  user: ServerUser
  binaries: Binaries
  credentials: { superuser: string; application: string }
}

const superuserName = 'postgres'
const applicationName = 'event_sphere'
const majorVersion = '18'
/** Used only if root runs on a machine without user namespaces and no other user can reach the data folder. */
const sharedFolder = '/var/lib/event-sphere'

/** Finds the cluster of this folder, or creates an empty one. @throws if it cannot be used */
export async function openCluster(
  folder: string,
  options: { sync: boolean; canUseNamespace?: (() => boolean) | undefined },
): Promise<ClusterHome> {
  const inside = join(folder, 'cluster')
  const user = chooseServerUser(existsSync(inside) ? inside : outsideOf(folder), options.canUseNamespace)
  // Another user has to pass through our folder; secret files in it have their own mode.
  chmodSync(folder, user.kind === 'other' ? 0o711 : 0o700)
  const cluster = canReach(user, folder) ? inside : outsideOf(folder)
  const binaries = binariesFor(user, findBinaries(), sharedFolder)
  const home = { folder, cluster, user, binaries, credentials: openCredentials(folder) }
  if (existsSync(cluster)) refuseOtherVersion(cluster)
  else await createCluster(home, options.sync)
  return home
}

function outsideOf(folder: string): string {
  return join(sharedFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16), 'cluster')
}

function openCredentials(folder: string): ClusterHome['credentials'] {
  const file = join(folder, 'credentials.json')
  if (!existsSync(file)) {
    const fresh = { superuser: newPassword(), application: newPassword() }
    writeFileSync(`${file}.new`, `${JSON.stringify(fresh, undefined, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ClusterHome['credentials']
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Created in a temporary place and moved when complete, so that an interrupted start leaves no incomplete cluster. */
async function createCluster(home: ClusterHome, sync: boolean): Promise<void> {
  const unfinished = `${home.cluster}.new`
  const passwordFile = `${home.cluster}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, home.credentials.superuser, { mode: 0o600 })
  giveTo(home.user, unfinished)
  giveTo(home.user, passwordFile)
  await runAs(home.user, home.binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${superuserName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's built-in locale sorts the same on every machine, whatever its C library or ICU.
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--lc-messages=C',
    '--data-checksums',
    ...(sync ? [] : ['--no-sync']),
  ])
  rmSync(passwordFile)
  renameSync(unfinished, home.cluster)
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === majorVersion) return
  throw new Error(
    `${cluster} was created by PostgreSQL ${version}, but this is ${majorVersion}: run pg_upgrade first`,
  )
}

export function superuserUrl(home: ClusterHome, port: number): string {
  return `postgresql://${superuserName}:${home.credentials.superuser}@127.0.0.1:${port}/postgres`
}

export function applicationUrl(home: ClusterHome, port: number): string {
  return `postgresql://${applicationName}:${home.credentials.application}@127.0.0.1:${port}/${applicationName}`
}
