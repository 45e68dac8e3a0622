import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres.ts'
import type { BoxWorld } from './box.ts'
import { paceStarts } from './pace-starts.ts'

const askEveryMilliseconds = 500

/**
 * Starts the embedded PostgreSQL and restarts it whenever it ends, on the same port, because the boxes have its
 * address. @throws if the first start fails
 */
export async function keepDatabase(world: Pick<BoxWorld, 'dataDir' | 'say' | 'pace'>) {
  const log = { info: world.say, warn: world.say }
  const dataDir = join(world.dataDir, 'postgres')
  const starts = paceStarts(world.pace)
  const stopping = new AbortController()
  const { signal } = stopping
  let postgres = await startEmbeddedPostgres({ dataDir, log })
  const { url } = postgres
  const port = Number(new URL(url).port)

  const startAgain = async (why: string) => {
    const milliseconds = starts.pauseAfterEnd()
    world.say(
      `the database ${why} and will be restarted in ${milliseconds / 1000} s (its log: ${dataDir}/postgres.log)`,
    )
    await pause(milliseconds, undefined, { signal })
    await postgres.stop()
    starts.begins()
    postgres = await startEmbeddedPostgres({ dataDir, port, log })
    world.say('the database is running again')
  }
  const watch = async () => {
    let why = 'has stopped unexpectedly'
    while (!signal.aborted) {
      try {
        if (!postgres.isRunning()) await startAgain(why)
        why = 'has stopped unexpectedly'
        await pause(askEveryMilliseconds, undefined, { signal })
      } catch (fault) {
        why = `could not be started (${firstLineOf(fault)})`
      }
    }
  }
  const watching = watch()

  return {
    url,
    async stop() {
      stopping.abort()
      await watching
      await postgres.stop()
    },
  }
}

function firstLineOf(fault: unknown): string {
  const [line = ''] = (fault instanceof Error ? fault.message : String(fault)).split('\n')
  return line
}
