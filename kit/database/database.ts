import { Kysely, PostgresDialect } from 'kysely'
import { deadlinesOf, openPool } from './open-pool.ts'
import { withRetry } from './retry.ts'
import { runStory, type Story } from './run-story.ts'
import type { Reader, Tables } from './tx.ts'

export { sql } from 'kysely'
export type { Reader, Tx } from './tx.ts'

export interface Database {
  reader: Reader
  /** Runs the story in one transaction; deadlocks and serialization failures run it again. */
  transaction<T>(story: Story<T>): Promise<T>
  /**
   * The same for a fixed set of short statements, as those of a sale: no trip of its own for `begin`, and plans that are made
   * once and use indexes.
   */
  pipeline<T>(story: Story<T>): Promise<T>
  /** Within which whoever calls hears something, be it that nothing was heard. */
  deadlines: { connectMilliseconds: number; answerMilliseconds: number }
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  schema: string
  maxConnections?: number
  /** Short for whoever has somebody waiting, so that a frozen database is told within five seconds; longer for a worker. */
  statementSeconds?: number
  onFault: (fault: Error) => void
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool({ maxConnections: 10, statementSeconds: 4, ...options })
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    reader,
    transaction: (story) => withRetry(() => runStory(pool, story, false)),
    pipeline: (story) => withRetry(() => runStory(pool, story, true)),
    deadlines: deadlinesOf(pool),
    close: () => reader.destroy(),
  }
}
