import pg from 'pg'
import { ConfigFault } from '../read-config.ts'
import { reachOptions } from './open-pool.ts'

const rounds = 5

/**
 * Refuses a pooler that assigns sessions per transaction, such as PgBouncer in transaction mode: our limits, prepared
 * statements and LISTEN belong to a session. Without such a pooler, two open connections have one server process each,
 * and keep it; behind one they share a process or get a different one each time.
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
    'DATABASE_URL: points to a pooler in transaction mode (such as PgBouncer); use the address of PostgreSQL itself or of a pooler in session mode',
  ])
}

/** Identifies one server process. PIDs are reused; a PID with its start time is unique. */
async function sessionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ session: string }>(
    `select pid || ' ' || backend_start as session from pg_stat_activity where pid = pg_backend_pid()`,
  )
  return rows[0]?.session ?? ''
}
