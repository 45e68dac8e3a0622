import { join, relative } from 'node:path'
import { moveClock, resetClock } from '@event-sphere/kit/database/movable-clock'
import { endAll } from '../run-command.ts'
import { type Demonstration, readProgress } from '../seed/record.ts'
import { seedDemonstration } from '../seed/seed-demonstration.ts'
import { type Box, type BoxPlan, type BoxWorld, startBox } from './box.ts'
import { buildApps } from './build-apps.ts'
import type { StartConfig } from './config.ts'
import { keepDatabase } from './keep-database.ts'
import { addressesOf, planBoxes, preparations } from './plan-boxes.ts'
import { describeStreet } from './print-street.ts'
import { runPreparation } from './run-preparation.ts'

type Database = { url: string; stop(): Promise<void> }

/** The whole street: what has been started, and how to stop it in reverse order. */
export function openStreet(config: StartConfig, env: NodeJS.ProcessEnv, world: BoxWorld) {
  const { root, dataDir } = config
  const started: Box[][] = []
  let database: Promise<Database> | undefined
  let isStopping = false

  /** Starts boxes in parallel; resolves when all are ready. */
  const start = async (...plans: BoxPlan[]) => {
    if (isStopping) throw new Error('the street is stopping')
    const boxes = plans.map((plan) => startBox(plan, world))
    started.push(boxes)
    await Promise.all(boxes.map((box) => box.waitUntilReady()))
  }

  const stand = async (): Promise<string> => {
    database = openDatabase(config, world)
    const [{ url }, built] = await Promise.all([database, buildApps(root, world.say)])
    if (built.fault) throw new Error(built.fault)
    const boxes = planBoxes(config, url, env)
    const progress = readProgress(dataDir)
    const prepared = prepareDatabase(config, url)
    const served = prepared.then(() =>
      Promise.all([createPlatformUser(root, url, progress.platform), start(boxes.api)]),
    )
    await Promise.all([start(boxes.mpesaSandbox, boxes.mailSandbox), served])
    const { mpesa, mail, smtp: _, ...addresses } = addressesOf(config)
    const places = { ...addresses, sandbox: { mpesa, mail } }
    const seeded = seedDemonstration({ dataDir, addresses: places, progress, at: config.at })
    const [made] = await Promise.all([seeded, start(boxes.worker)])
    await start(boxes.site(made.apiKey, made.organizationId))
    return describeStreet(made, { file: shortest(join(dataDir, 'demonstration.json')), at: config.at })
  }

  const stop = async () => {
    isStopping = true
    endAll('SIGTERM')
    for (const boxes of started.reverse()) await Promise.all(boxes.map((box) => box.stop()))
    await (await database?.catch(() => undefined))?.stop()
  }
  return { stand, stop }
}

function shortest(file: string): string {
  const fromHere = relative(process.cwd(), file)
  return fromHere.startsWith('..') ? file : fromHere
}

function openDatabase({ databaseUrl }: StartConfig, world: BoxWorld): Promise<Database> {
  if (databaseUrl) return Promise.resolve({ url: databaseUrl, stop: async () => {} })
  return keepDatabase(world)
}

async function prepareDatabase({ root, at }: StartConfig, url: string): Promise<void> {
  await runPreparation(root, preparations.migrate, { DATABASE_URL: url })
  if (at) await moveClock(url, at.getTime() - Date.now())
  else await resetClock(url)
}

function createPlatformUser(root: string, url: string, account: Demonstration['platform']): Promise<void> {
  const env = { DATABASE_URL: url, PLATFORM_EMAIL: account.email, PLATFORM_PASSWORD: account.password }
  return runPreparation(root, preparations.createPlatformUser, env)
}
