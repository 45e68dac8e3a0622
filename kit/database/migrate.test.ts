import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { migrateSchema } from './migrate.ts'

test('several processes can migrate an empty database at once without an error', async () => {
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', {
    name: 'empty',
    prepare: async () => undefined,
  })
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(async () => {
    await made.drop()
    await rm(folder, { recursive: true })
  })
  await writeFile(join(folder, '0001-things.sql'), 'create table things (at timestamptz default clock.now())')
  await writeFile(join(folder, '0002-one-thing.sql'), 'insert into things default values')

  const runs = Array.from({ length: 6 }, (_, number) =>
    migrateSchema({ url: made.url, schema: `box${number % 2}`, folder }),
  )
  await Promise.all(runs)

  const client = new pg.Client({ connectionString: made.url })
  await client.connect()
  const { rows } = await client.query(
    'select (select count(*)::int from box0.things) as one, (select count(*)::int from box1.things) as other',
  )
  await client.end()
  expect(rows).toEqual([{ one: 1, other: 1 }])
})
