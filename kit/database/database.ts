import { Kysely, PostgresDialect } from 'kysely'
import { deadlinesOf, openPool } from './open-pool.ts'
import { withRetry } from './retry.ts'
import { runStory, type Story } from './run-story.ts'
import { currentScope, type Scope } from './scope.ts'
import { scopedPool } from './scoped-pool.ts'
import type { Reader, Tables } from './tx.ts'

export { sql } from 'kysely'
export type { Reader, Tx } from './tx.ts'

export interface Database {
  reader: Reader
  /** Runs the story in one transaction and repeats it after a deadlock or serialization failure. */
  transaction<T>(story: Story<T>): Promise<T>
  /**
   * The same for a fixed set of short statements, such as those of a sale: `begin` takes no round trip of its own, and
   * plans are made once and use indexes. The statements that do not wait for it read and lock, and write nothing.
   */
  pipeline<T>(story: Story<T>): Promise<T>
  /** Deadlines within which a call succeeds or fails. */
  deadlines: { connectMilliseconds: number; answerMilliseconds: number }
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  schema: string
  maxConnections?: number
  /** Short for request handlers, so a frozen database is reported within five seconds; longer for workers. */
  statementSeconds?: number
  /** Who asks outside of every scope; nobody if nothing is said. For programs that are one scope, and for tests. */
  scope?: Scope
  onFault: (fault: Error) => void
}

const nobody: Scope = {}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool({ maxConnections: 10, statementSeconds: 4, ...options })
  const scope = () => currentScope() ?? options.scope ?? nobody
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: scopedPool(pool, scope) }) })
  return {
    reader,
    transaction: (story) =>
      withRetry(() => runStory(pool, story, { scope: scope(), sendsBeginAlong: false })),
    pipeline: (story) => withRetry(() => runStory(pool, story, { scope: scope(), sendsBeginAlong: true })),
    deadlines: deadlinesOf(pool),
    close: async () => {
      await reader.destroy()
      // A reader that nobody has read with does not end its pool.
      if (!pool.ending) await pool.end()
    },
  }
}
