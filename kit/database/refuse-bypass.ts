import pg from 'pg'
import { ConfigFault } from '../read-config.ts'
import { reachOptions } from './open-pool.ts'

interface Role {
  name: string
  database: string
  mayBypass: boolean
  /** The one that made the cluster stays a superuser whatever is done. */
  isFirst: boolean
}

/**
 * Refuses a role past which row-level security does not stand: a superuser, or one with BYPASSRLS.
 * @throws ConfigFault with the two statements that mend it
 */
export async function refuseBypass(url: string): Promise<void> {
  const client = new pg.Client(reachOptions(url))
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Role>(`
      select rolname as name, current_database() as database, rolsuper or rolbypassrls as "mayBypass", oid = 10 as "isFirst"
      from pg_roles where rolname = current_user`)
    const [role] = rows
    if (role?.mayBypass) throw new ConfigFault([tell(role)])
  } finally {
    await client.end()
  }
}

function tell({ name, database, isFirst }: Role): string {
  const [role, owned] = [pg.escapeIdentifier(name), pg.escapeIdentifier(database)]
  const mending = isFirst
    ? `CREATE ROLE app LOGIN PASSWORD '…'; ALTER DATABASE ${owned} OWNER TO app; and start as app`
    : `ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS; ALTER DATABASE ${owned} OWNER TO ${role};`
  return `DATABASE_URL: the role ${name} passes by row-level security, the wall between organizations. As a superuser: ${mending}`
}
