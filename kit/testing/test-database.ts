import pg from 'pg'
import { newUuid } from '../ids.ts'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

export interface Template {
  /** Names the template: it is prepared once per test run, and every test gets a copy. */
  name: string
  prepare(url: string): Promise<void>
}

/** A database for one test, copied from a prepared one within tens of milliseconds. */
export async function createTestDatabase(serverUrl: string, template: Template): Promise<TestDatabase> {
  const name = `test_${newUuid().replaceAll('-', '')}`
  await withClient(serverUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [template.name])
    await prepareOnce(client, serverUrl, template)
    await client.query(`create database ${name} template ${templateName(template)}`)
    await client.query(`select pg_advisory_unlock(hashtext($1))`, [template.name])
  })
  const drop = () =>
    withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
  return { url: urlOf(serverUrl, name), drop: async () => void (await drop()) }
}

async function prepareOnce(client: pg.Client, serverUrl: string, template: Template): Promise<void> {
  const name = templateName(template)
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
    name,
  ])
  if (rowCount) return
  // Left half-built by an aborted run.
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name}`)
  await template.prepare(urlOf(serverUrl, name))
  await client.query(`alter database ${name} is_template true`)
}

const templateName = ({ name }: Template) => `template_${name}`

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
