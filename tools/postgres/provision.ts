import { Client } from 'pg'
import { applicationUrl, type ClusterHome, superuserUrl } from './cluster.ts'

/**
 * Makes the role and the database that the application uses, if they are not there yet. The role is no superuser,
 * so that permissions and row-level security hold here as on a managed server.
 */
export async function provision(home: ClusterHome, port: number): Promise<void> {
  const { username, password, pathname } = new URL(applicationUrl(home, port))
  const database = pathname.slice(1)
  const client = new Client({ connectionString: superuserUrl(home, port) })
  // A server that is killed while it is asked breaks the connection; the question that was open tells of it.
  client.on('error', () => {})
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [username])
    // Names and passwords of ours are letters, digits, - and _ only.
    if (roles.rowCount === 0)
      await client.query(`create role ${username} login createdb password '${password}'`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${username}`)
  } finally {
    await client.end()
  }
}
