import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { reachOptions } from './open-pool.ts'
import { refuseSharedSessions } from './refuse-shared-sessions.ts'
import { type Scope, turnScope } from './scope.ts'

/**
 * Brings one schema up to date from a folder of numbered SQL files; forward only. If several processes start at once,
 * one migrates and the others wait for it.
 */
export async function migrateSchema({
  url,
  schema,
  folder,
  scope = {},
}: {
  url: string
  schema: string
  folder: string
  /** Who migrates: what fills a column that is new must see every row, whatever walls stand already. */
  scope?: Scope
}) {
  await refuseSharedSessions(url)
  const pool = new pg.Pool({ ...reachOptions(url), max: 2, options: `-c search_path=${schema}` })
  pool.on('connect', (client) => {
    for (const statement of turnScope({}, scope)) void client.query(statement)
  })
  pool.on('error', () => undefined)
  // biome-ignore lint/complexity/noBannedTypes: migrations are plain SQL.
  const database = new Kysely<{}>({ dialect: new PostgresDialect({ pool }) })
  try {
    // `if not exists` does not protect two processes that check at the same moment, so schema and clock are created
    // under a lock too.
    await database.transaction().execute(async (lock) => {
      await sql`select pg_advisory_xact_lock(hashtext('event-sphere migrations'))`.execute(lock)
      await migrateAlone(database, schema, folder)
    })
  } finally {
    await database.destroy()
  }
}

// biome-ignore lint/complexity/noBannedTypes: as above.
async function migrateAlone(database: Kysely<{}>, schema: string, folder: string): Promise<void> {
  await sql`create schema if not exists ${sql.id(schema)}`.execute(database)
  await installClock(database)
  const migrator = new Migrator({
    db: database,
    migrationTableSchema: schema,
    provider: { getMigrations: () => readMigrations(folder) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const entries = files.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, name), 'utf8')
    return [name.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** `clock.now()` is the database's own clock; only demonstrations and tests replace it. */
// biome-ignore lint/complexity/noBannedTypes: as above.
async function installClock(database: Kysely<{}>): Promise<void> {
  await sql`create schema if not exists clock`.execute(database)
  await sql`
    do $$ begin
      if to_regprocedure('clock.now()') is null then
        create function clock.now() returns timestamptz language sql volatile as 'select clock_timestamp()';
      end if;
    end $$`.execute(database)
}
