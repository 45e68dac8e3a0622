import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { reachOptions } from './open-pool.ts'
import { isUnavailable } from './retry.ts'

const url = process.env.TEST_DATABASE_URL ?? ''

const faultOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => undefined,
    (fault: unknown) => fault,
  )

async function aClient(databaseUrl = url) {
  const client = new pg.Client(reachOptions(databaseUrl))
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test("the driver's errors for a broken connection, at once and later, mean that the database is unavailable", async () => {
  const [client, other] = [await aClient(), await aClient()]
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  const sleeping = faultOf(client.query('select pg_sleep(60)'))
  await other.query('select pg_terminate_backend($1)', [rows[0].pid])
  const first = await sleeping
  await ended
  const afterwards = await faultOf(client.query('select 1'))
  await other.end()

  expect(afterwards).toMatchObject({ message: expect.stringContaining('not queryable') })
  expect([isUnavailable(first), isUnavailable(afterwards)]).toEqual([true, true])
})

test('a write to a read-only database and the statements after it in its transaction are reported alike', async () => {
  const made = await createTestDatabase(url, { name: 'empty', prepare: async () => undefined })
  const client = await aClient(made.url)
  await client.query('begin read only')
  const first = await faultOf(client.query('create table t ()'))
  const later = await faultOf(client.query('select 1'))
  await client.end()
  await made.drop()

  expect([first, later]).toMatchObject([{ code: '25006' }, { code: '25P02' }])
  expect([isUnavailable(first), isUnavailable(later)]).toEqual([true, true])
})

test('a bug of ours is not reported as an unavailable database', async () => {
  const client = await aClient()
  const wrong = await faultOf(client.query('select nothing from nowhere'))
  await client.end()
  expect(isUnavailable(wrong)).toBe(false)
  expect(isUnavailable(new TypeError('x is not a function'))).toBe(false)
})
