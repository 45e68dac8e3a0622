import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { NamingClient } from './naming-client.ts'
import { runPipelined } from './pipeline.ts'
import { withRetry } from './retry.ts'

export { sql } from 'kysely'

// biome-ignore lint/complexity/noBannedTypes: stores write plain SQL; Kysely carries it and the transaction.
export type Tables = {}
/** Reads; a transaction can read too. */
export type Reader = Kysely<Tables>
/** Writes ask for one of these, so that the type says when one is inside a transaction. */
export type Tx = Transaction<Tables>

export interface Database {
  reader: Reader
  /** Runs the story in one transaction; deadlocks and serialization failures run it again. */
  transaction<T>(story: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, with statements that are asked for together sent together. */
  pipeline<T>(story: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  schema: string
  maxConnections?: number
  onFault: (fault: Error) => void
}

/** Three seconds for a lock and ten for a statement: a slow database becomes a clear answer, never a hang. */
const limits = '-c lock_timeout=3s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s'

export function openDatabase({ url, schema, maxConnections = 10, onFault }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5000,
    Client: NamingClient,
    pipeline: true,
    options: `-c search_path=${schema} ${limits}`,
  })
  // Without this a connection that the server ends (57P01) ends the process.
  pool.on('error', onFault)
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    reader,
    transaction: (story) => withRetry(() => reader.transaction().execute(story)),
    pipeline: (story) => withRetry(() => runPipelined(pool, story)),
    close: () => reader.destroy(),
  }
}
