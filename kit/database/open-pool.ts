import pg from 'pg'
import { NamingClient } from './naming-client.ts'

export interface PoolOptions {
  url: string
  schema: string
  maxConnections: number
  /** The server cancels a statement after this time; the client gives up soon after that, answer or not. */
  statementSeconds: number
  onFault: (fault: Error) => void
}

/** How long the client waits beyond the server's own limit: a working server has answered by then. */
const graceMilliseconds = 500

/**
 * Three seconds for a lock, and five for an idle transaction: a connection that falls silent within one releases its
 * locks.
 */
const limits = '-c lock_timeout=3s -c idle_in_transaction_session_timeout=5s'

/** Connections to one schema. Every call ends in time: a slow, silent or read-only database never causes a hang. */
export function openPool({ url, schema, maxConnections, statementSeconds, onFault }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...reachOptions(url),
    max: maxConnections,
    Client: NamingClient,
    // A statement that gets no answer destroys its connection, and with it the statements queued behind it.
    query_timeout: statementSeconds * 1000 + graceMilliseconds,
    pipeline: true,
    options: `-c search_path=${schema} -c statement_timeout=${statementSeconds}s ${limits}`,
  })
  // Without this, a connection closed by the server (57P01) would end the process. While the pool closes them itself, it is
  // no fault if the server does so first.
  pool.on('error', (fault) => {
    if (!pool.ending) onFault(fault)
  })
  pool.on('release', (_fault, client) => {
    if (client instanceof NamingClient && client.isSpoilt) void client.end()
  })
  return pool
}

/** The pool's actual settings; zero means no limit. */
export const deadlinesOf = ({ options }: pg.Pool) => ({
  connectMilliseconds: options.connectionTimeoutMillis ?? 0,
  answerMilliseconds: Number(options.query_timeout ?? 0),
})

/** Connection options of every client: it gives up in time and notices a dead peer. */
export const reachOptions = (url: string) => ({
  connectionString: url,
  connectionTimeoutMillis: 4000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
})
