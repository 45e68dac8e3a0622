import { join, relative } from 'node:path'
import { moveClock, resetClock } from '@event-sphere/kit/database/movable-clock'
import { endAll } from '../run-command.ts'
import { readProgress } from '../seed/record.ts'
import { seedDemonstration } from '../seed/seed-demonstration.ts'
import { type Box, type BoxPlan, type BoxWorld, startBox } from './box.ts'
import { buildApps } from './build-apps.ts'
import type { StartConfig } from './config.ts'
import { keepDatabase } from './keep-database.ts'
import { addressesOf, planBoxes, preparations } from './plan-boxes.ts'
import { describeStreet } from './print-street.ts'
import { runPreparation } from './run-preparation.ts'

type Database = { url: string; stop(): Promise<void> }

/** The whole street: what has been started so far, and how to end it in the opposite order. */
export function openStreet(config: StartConfig, env: NodeJS.ProcessEnv, world: BoxWorld) {
  const { root, dataDir } = config
  const started: Box[][] = []
  let database: Promise<Database> | undefined
  let isStopping = false

  /** Boxes that need not wait for each other; resolves when all are ready. */
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
    const sandboxes = start(boxes.mpesaSandbox, boxes.mailSandbox)
    await prepareDatabase(config, url, progress.platform)
    await Promise.all([sandboxes, start(boxes.api)])
    const { mpesa, mail, smtp: _, ...addresses } = addressesOf(config)
    const places = { ...addresses, sandbox: { mpesa, mail } }
    const made = await seedDemonstration({ dataDir, addresses: places, progress, at: config.at })
    await start(boxes.worker, boxes.site(made.apiKey, made.organizationId))
    const file = relative(process.cwd(), join(dataDir, 'demonstration.json'))
    return describeStreet(made, { file, at: config.at })
  }

  const stop = async () => {
    isStopping = true
    endAll('SIGTERM')
    for (const boxes of started.reverse()) await Promise.all(boxes.map((box) => box.stop()))
    await (await database?.catch(() => undefined))?.stop()
  }
  return { stand, stop }
}

function openDatabase({ databaseUrl }: StartConfig, world: BoxWorld): Promise<Database> {
  if (databaseUrl) return Promise.resolve({ url: databaseUrl, stop: async () => {} })
  return keepDatabase(world)
}

async function prepareDatabase(
  config: StartConfig,
  url: string,
  platform: { email: string; password: string },
) {
  const account = { PLATFORM_EMAIL: platform.email, PLATFORM_PASSWORD: platform.password }
  await runPreparation(config.root, preparations.migrate, { DATABASE_URL: url })
  await runPreparation(config.root, preparations.createPlatformUser, { DATABASE_URL: url, ...account })
  if (config.at) await moveClock(url, config.at.getTime() - Date.now())
  else await resetClock(url)
}
