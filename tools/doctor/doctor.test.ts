import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'

const folder = join(import.meta.dirname, '../../ticketing-api/src/migrations')

async function anInstallation() {
  const made = await createTestDatabase(inject('testDatabaseUrl'), {
    name: 'doctor',
    prepare: (url) => migrateSchema({ url, schema: 'ticketing', folder }),
  })
  const client = new pg.Client({
    connectionString: made.url,
    options: '-c search_path=ticketing -c app.reach=everything',
  })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await made.drop()
  })
  const examine = () => {
    const env = { ...process.env, DATABASE_URL: made.url }
    const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env,
      encoding: 'utf8',
    })
    return { status, lines: stdout.trim().split('\n') }
  }
  return { client, examine }
}

const anEvent = `
  insert into organizations (id, name, email) values ('00000000-0000-0000-0000-00000000000a', 'KNCCI', 'a@b.example');
  insert into events (id, organization_id, slug, code, title, status, timezone, starts_at, ends_at)
  values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 's', 'S', 'Summit', 'published',
    'Africa/Nairobi', '2026-07-15T05:00:00Z', '2026-07-17T15:00:00Z');
  insert into quotas (id, organization_id, event_id, name, size, taken)
  values ('00000000-0000-0000-0000-00000000000c', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b', 'all', 10, 0)`

test('a healthy installation is reported as such, and each fault is one line with its ids', async () => {
  const { client, examine } = await anInstallation()
  await client.query(anEvent)
  expect(examine()).toEqual({ status: 1, lines: [expect.stringMatching(/^no worker has run yet/)] })
  await client.query('insert into worker_beats values (gen_random_uuid(), clock.now())')
  expect(examine()).toEqual({ status: 0, lines: ['All invariants hold, and nothing has stopped.'] })

  await client.query('update quotas set taken = 3')
  await client.query(`update worker_beats set beaten_at = clock.now() - interval '12 minutes'`)
  await client.query(`delete from kysely_migration where name like '0090%'`)
  await client.query(`insert into callbacks (id, token_hash, body, source, received_at)
    values (gen_random_uuid(), '\\x00', '{}', '127.0.0.1', clock.now() - interval '1 hour')`)
  const { status, lines } = examine()
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/^inv_seats_counted: .*quota_id 00000000-0000-0000-0000-00000000000c/),
    expect.stringMatching(/^migration 0090-promises is not applied/),
    expect.stringMatching(/^no worker has run for 12 minutes/),
    expect.stringMatching(/^a callback of .* has not been processed/),
  ])
})

test('an unreachable database is reported in one line', () => {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing' }
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env,
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: 'the database could not be read: connect ECONNREFUSED 127.0.0.1:1\n',
  })
})
