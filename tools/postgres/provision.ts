import { Client } from 'pg'
import { applicationUrl, type ClusterHome, superuserUrl } from './cluster.ts'

/**
 * Creates the application's role and database if they do not exist. The role is not a superuser, so that permissions
 * and row-level security apply as on a managed server.
 */
export async function provision(home: ClusterHome, port: number): Promise<void> {
  const { username, password, pathname } = new URL(applicationUrl(home, port))
  const database = pathname.slice(1)
  const client = new Client({ connectionString: superuserUrl(home, port) })
  // If the server is killed, the connection breaks; the pending query reports it.
  client.on('error', () => {})
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [username])
    // Our names and passwords contain only letters, digits, - and _.
    if (roles.rowCount === 0)
      await client.query(`create role ${username} login createdb password '${password}'`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${username}`)
  } finally {
    await client.end()
  }
}
