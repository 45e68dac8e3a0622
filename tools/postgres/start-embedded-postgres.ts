import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '@event-sphere/kit/find-free-port'
import { findProcess, waitForEnd } from '../running-process.ts'
import { applicationUrl, type ClusterHome, openCluster, superuserUrl } from './cluster.ts'
import { claimFolder } from './owner.ts'
import {
  findPostmaster,
  isStopping,
  launchPostmaster,
  type Postmaster,
  stopPostmaster,
  waitUntilReady,
} from './postmaster.ts'
import { provision } from './provision.ts'
import { durableSettings, type ServerSettings } from './settings.ts'

export type EmbeddedPostgresOptions = {
  /** The folder of the cluster and its files; created if absent, kept between starts. */
  dataDir: string
  /** The port to listen on; by default a free one is chosen and kept for later starts. */
  port?: number
  log: { info(line: string): void; warn(line: string): void }
  /** The server's settings; only tests need others than the default. */
  settings?: ServerSettings
  /** Whether root may start the server in a user namespace; detected unless a test sets it. */
  canUseNamespace?: () => boolean
}

export type EmbeddedPostgres = {
  /** For the application's role, which owns its database and is not a superuser. */
  url: string
  /** For administration of the server; no box is started with it. */
  superuserUrl: string
  /** Whether the server was already running because its starter had been killed. */
  adopted: boolean
  /** Whether it is running: false after a stop or if the server has died. */
  isRunning(): boolean
  /** Ends connections, writes everything to disk and waits for the end. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a folder, or adopts one that is already running there. Acknowledged data is on
 * disk: it survives a kill of this process or the server, and a power failure.
 * @throws DatabaseInUse if another living process has it; an Error with the reason and the end of the log if the server
 * cannot start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const folder = realpathSync(options.dataDir)
  const release = claimFolder(folder)
  try {
    const { settings, canUseNamespace } = options
    const home = await openCluster(folder, { sync: settings?.fsync !== 'off', canUseNamespace })
    const running = await adoptPostmaster(home, options)
    const postmaster = running ?? (await launchOnFreePort(home, options))
    await provision(home, postmaster.port)
    return handleOf(home, postmaster, { adopted: running !== undefined, release })
  } catch (error) {
    release()
    throw error
  }
}

async function adoptPostmaster(
  home: ClusterHome,
  { log }: EmbeddedPostgresOptions,
): Promise<Postmaster | undefined> {
  const found = findPostmaster(home.cluster)
  if (!found) return undefined
  if (isStopping(home.cluster)) {
    log.info('waiting for the database of an earlier start to stop')
    await waitForEnd(found.process, 60_000)
    return undefined
  }
  await waitUntilReady(home, found)
  log.info(`adopted the database that an earlier start left running (process ${found.process.pid})`)
  return found
}

async function launchOnFreePort(home: ClusterHome, options: EmbeddedPostgresOptions): Promise<Postmaster> {
  const kept = join(home.folder, 'port')
  const wanted = options.port ?? (existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0)
  const port = (await findFreePort(wanted)) ?? (await chooseAnother(wanted, options))
  if (port !== wanted) writeFileSync(kept, `${port}\n`, { mode: 0o600 })
  return launchPostmaster(home, port, options.settings ?? durableSettings)
}

async function chooseAnother(taken: number, { port, log }: EmbeddedPostgresOptions): Promise<number> {
  if (port !== undefined) throw new Error(`port ${port} for the database is in use`)
  const another = await findFreePort(0)
  if (another === undefined) throw new Error('no port of 127.0.0.1 is free for the database')
  log.warn(`the database's port ${taken} is in use by another process: it listens on ${another} from now on`)
  return another
}

function handleOf(
  home: ClusterHome,
  postmaster: Postmaster,
  { adopted, release }: { adopted: boolean; release: () => void },
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined
  return {
    url: applicationUrl(home, postmaster.port),
    superuserUrl: superuserUrl(home, postmaster.port),
    adopted,
    isRunning: () => findProcess(postmaster.process.pid)?.startMark === postmaster.process.startMark,
    stop() {
      stopping ??= stopPostmaster(postmaster).then(release)
      return stopping
    },
  }
}
