import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { migrateSchema } from '@event-sphere/kit/database/migrate'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { migrateTicketing } from '../migrate.ts'

const folder = join(import.meta.dirname, '../migrations')
const id = (nth: number) => `00000000-0000-0000-0000-${String(nth).padStart(12, '0')}`

/** An installation as it was before a migration, given by its number, with an organization and an event: 1 and 2. */
export async function anOldInstallation(before: string) {
  const old = await mkdtemp(join(tmpdir(), 'migrations-'))
  await cp(folder, old, {
    recursive: true,
    filter: (path) => !(basename(path) >= before && /^0/.test(basename(path))),
  })
  const made = await createTestDatabase(inject('testDatabaseUrl'), {
    name: `before_${before}`,
    prepare: (url) => migrateSchema({ url, schema: 'ticketing', folder: old }),
  })
  const client = new pg.Client({
    connectionString: made.url,
    options: '-c search_path=ticketing -c app.reach=everything',
  })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await made.drop()
    await rm(old, { recursive: true })
  })
  await client.query(`
    insert into organizations (id, name, email) values ('${id(1)}', 'KNCCI', 'a@b.example');
    insert into events (id, organization_id, slug, code, title, status, timezone, starts_at, ends_at)
    values ('${id(2)}', '${id(1)}', 's', 'S', 'Summit', 'published', 'Africa/Nairobi', '2026-07-15T05:00:00Z',
      '2026-07-17T15:00:00Z')`)
  return { client, migrate: () => migrateTicketing(made.url) }
}
