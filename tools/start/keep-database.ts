import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '@event-sphere/kit/database/embedded-postgres'
import type { BoxWorld } from './box.ts'
import { countDeaths } from './count-deaths.ts'

const askEveryMilliseconds = 1000

/** Starts the embedded PostgreSQL and starts it again should it die. */
export async function keepDatabase(world: Pick<BoxWorld, 'dataDir' | 'say' | 'giveUp'>) {
  const log = { info: world.say, warn: world.say }
  const start = () => startEmbeddedPostgres({ dataDir: join(world.dataDir, 'postgres'), log })
  const deaths = countDeaths()
  const stopping = new AbortController()
  let postgres = await start()

  const revive = async () => {
    if (deaths.pauseAfterAnother() === undefined) throw new Error('the database ends again and again')
    world.say('the database has ended by itself and starts again')
    await postgres.stop()
    postgres = await start()
  }
  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (!postgres.isRunning()) await revive()
      await pause(askEveryMilliseconds, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const watching = watch().catch((fault: unknown) => {
    world.giveUp(fault instanceof Error ? fault.message : String(fault))
  })

  return {
    url: postgres.url,
    async stop() {
      stopping.abort()
      await watching
      await postgres.stop()
    },
  }
}
