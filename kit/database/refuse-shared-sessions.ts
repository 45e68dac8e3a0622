import pg from 'pg'
import { ConfigFault } from '../read-config.ts'
import { reachOptions } from './open-pool.ts'

const rounds = 5

/**
 * Refuses a pooler that lends out sessions by transaction, such as PgBouncer in transaction mode: our limits, our
 * prepared statements and LISTEN live in a session. Two connections that are open at once have a server process each,
 * always the same one; behind such a pooler they share one, or find another each time.
 * @throws ConfigFault
 */
export async function refuseSharedSessions(url: string): Promise<void> {
  const clients = [new pg.Client(reachOptions(url)), new pg.Client(reachOptions(url))]
  try {
    for (const client of clients) {
      client.on('error', () => undefined)
      await client.connect()
    }
    const seen = clients.map(() => new Set<string>())
    for (let round = 0; round < rounds; round += 1)
      for (const [place, client] of clients.entries()) seen[place]?.add(await sessionOf(client))
    const all = new Set(seen.flatMap((sessions) => [...sessions]))
    if (all.size === clients.length && seen.every((sessions) => sessions.size === 1)) return
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
  throw new ConfigFault([
    'DATABASE_URL: leads to a pooler in transaction mode (such as PgBouncer): give the address of PostgreSQL itself, or of a pooler in session mode',
  ])
}

/** One server process: numbers come round again, together with their start they do not. */
async function sessionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ session: string }>(
    `select pid || ' ' || backend_start as session from pg_stat_activity where pid = pg_backend_pid()`,
  )
  return rows[0]?.session ?? ''
}
