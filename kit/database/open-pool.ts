import pg from 'pg'
import { NamingClient } from './naming-client.ts'

export interface PoolOptions {
  url: string
  schema: string
  maxConnections: number
  /** The server gives a statement up after this time, and the client soon after that, answer or not. */
  statementSeconds: number
  onFault: (fault: Error) => void
}

/** What the client waits beyond the server's own limit: a server that is there has answered by then. */
const graceMilliseconds = 500

/**
 * Three seconds for a lock, and five for a transaction that nobody goes on with: a connection that falls silent in the
 * middle of one gives its locks back.
 */
const limits = '-c lock_timeout=3s -c idle_in_transaction_session_timeout=5s'

/** Connections to one schema that end with a clear answer: a slow, silent or read-only database is never a hang. */
export function openPool({ url, schema, maxConnections, statementSeconds, onFault }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...reachOptions(url),
    max: maxConnections,
    Client: NamingClient,
    // A statement without an answer destroys its connection, and those that wait behind it on the same one.
    query_timeout: statementSeconds * 1000 + graceMilliseconds,
    pipeline: true,
    options: `-c search_path=${schema} -c statement_timeout=${statementSeconds}s ${limits}`,
  })
  // Without this a connection that the server ends (57P01) ends the process.
  pool.on('error', onFault)
  pool.on('release', (_fault, client) => {
    if (client instanceof NamingClient && client.isSpoilt) void client.end()
  })
  return pool
}

/** What the pool was really told, zero if nothing: then it waits for ever. */
export const deadlinesOf = ({ options }: pg.Pool) => ({
  connectMilliseconds: options.connectionTimeoutMillis ?? 0,
  answerMilliseconds: Number(options.query_timeout ?? 0),
})

/** How every client reaches the database: it gives up in time, and notices a peer that is gone. */
export const reachOptions = (url: string) => ({
  connectionString: url,
  connectionTimeoutMillis: 4000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
})
