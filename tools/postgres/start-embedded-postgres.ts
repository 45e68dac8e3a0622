import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '@event-sphere/kit/find-free-port'
import { findProcess, waitForEnd } from '../running-process.ts'
import { applicationUrl, type ClusterHome, openCluster } from './cluster.ts'
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
  /** The cluster and what belongs to it; made if absent, kept between starts. */
  dataDir: string
  /** The port to listen on. Without it a free one is chosen and kept for the next starts. */
  port?: number
  log: { info(line: string): void; warn(line: string): void }
  /** How careful the server is; everything but a test wants the default. */
  settings?: ServerSettings
  /** Whether root may start the server in a user namespace; found out unless a test says it. */
  canUseNamespace?: () => boolean
}

export type EmbeddedPostgres = {
  /** For the application's own role, which owns its database and is no superuser. */
  url: string
  /** Whether the server was already running, because whoever started it had been killed. */
  adopted: boolean
  /** Whether it still runs: false after a stop, or when the server itself has died. */
  isRunning(): boolean
  /** Ends connections, writes everything out and waits for the end. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought on a folder of ours, or adopts the one that already runs there. What it
 * has acknowledged is on the disk: it survives a kill of this process, of the server, and a loss of power.
 * @throws DatabaseInUse when another living process has it; an Error with the reason and the end of the log when
 * the server cannot start.
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
  if (port !== undefined) throw new Error(`port ${port} for the database is taken`)
  const another = await findFreePort(0)
  if (another === undefined) throw new Error('no port of 127.0.0.1 is free for the database')
  log.warn(`the database's port ${taken} is taken by something else: it listens on ${another} from now on`)
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
    adopted,
    isRunning: () => findProcess(postmaster.process.pid)?.startMark === postmaster.process.startMark,
    stop() {
      stopping ??= stopPostmaster(postmaster).then(release)
      return stopping
    },
  }
}
