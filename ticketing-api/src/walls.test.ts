import { organizationId, userId } from '@event-sphere/contract/values/ids'
import { type Database, sql } from '@event-sphere/kit/database/database'
import { inScope, type Scope } from '@event-sphere/kit/database/scope'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { everything } from './call/scope.ts'
import { listTables, type Table } from './cast/list-tables.ts'
import { openOwnDatabase } from './cast/open-own-database.ts'
import { startApi } from './cast/start-api.ts'
import { twoOrganizations } from './cast/two-organizations.ts'

/** Tables that are nobody's in particular, and why. */
const ofTheInstallation: Record<string, string> = {
  users: 'an account is a person’s, at every organization',
  consents: 'a person’s',
  sessions: 'a person’s',
  refresh_tokens: 'a session’s',
  email_links: 'a person’s',
  known_sources: 'a person’s',
  signing_keys: 'signs every access token',
  guess_keys: 'counts guesses at whatever account',
  limit_counters: 'counts people, phones and networks, wherever they go',
  idempotency_keys: 'found by the hash of caller and key alone, and says only an id',
  answers_to_keys: 'found by the hash of caller and key alone, and sealed with that key',
  invariant_checks: 'when each event was looked at',
  mpesa_tokens: 'the installation has one account at Safaricom',
  mpesa_pauses: 'what Safaricom asks of the installation',
  worker_beats: 'which workers there are',
  kysely_migration: 'which migrations have run',
  kysely_migration_lock: 'which migrations have run',
}

test('every table stands behind the walls, or is known to be nobody’s in particular', async () => {
  const { ctx } = await startApi()
  const tables = await listTables(ctx.database.reader)
  const open = tables.filter(({ owner }) => owner === null).map(({ name }) => name)
  expect(new Set(open)).toEqual(new Set(Object.keys(ofTheInstallation)))
  for (const table of tables.filter(({ owner }) => owner !== null))
    expect(table).toMatchObject({
      isWalled: true,
      policies: expect.arrayContaining(['of_installation', 'of_organization']),
    })
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'v' and relnamespace = 'ticketing'::regnamespace
      and not coalesce('security_invoker=on' = any(reloptions), false)`.execute(ctx.database.reader)
  expect(rows).toEqual([])
})

/** What a person sees of their own, and everybody of what was published, without being in any organization. */
const seenByPerson = ['carts', 'holds', 'money_entries', 'payments', 'purchases', 'tickets']
const seenInCatalogue = ['events', 'organizations', 'quotas']

/** How many rows of each organization there are to be seen in each table: only what is there is named. */
async function sightOf(database: Database, scope: Scope, tables: readonly Table[]) {
  const seen: Record<string, Set<string>> = {}
  for (const { name, owner } of tables) {
    const { rows } = await inScope(scope, () =>
      sql<{ owner: string }>`
        select distinct ${sql.ref(owner ?? '')}::text as owner from ${sql.table(name)}
        where ${sql.ref(owner ?? '')} is not null order by 1`.execute(database.reader),
    )
    if (rows.length > 0) seen[name] = new Set(rows.map((row) => row.owner))
  }
  return seen
}

test('in each scope is to be seen what belongs to it, and nothing else', async () => {
  const { api, ours, theirs } = await twoOrganizations()
  const database = openOwnDatabase(api.databaseUrl)
  const tables = (await listTables(api.ctx.database.reader)).filter(({ owner }) => owner !== null)
  const [a, b] = [ours, theirs].map((one) => z.decode(organizationId, one.organizationId as `org_${string}`))
  const names = tables.map(({ name }) => name)
  const all = (...ids: unknown[]) => Object.fromEntries(names.map((name) => [name, new Set(ids)]))
  const some = (which: string[], ...ids: unknown[]) =>
    Object.fromEntries(which.map((name) => [name, new Set(ids)]))
  const person = { 'app.person_id': z.decode(userId, theirs.prompted.userId as `user_${string}`) }
  const sight = (scope: Scope) => sightOf(database, scope, tables)

  // A table that a new migration made has no rows here yet: `twoOrganizations` gives it some.
  expect(await sight(everything)).toEqual(all(a, b))
  expect(await sight({})).toEqual({})
  expect(await sight({ 'app.organization_id': a ?? '' })).toEqual(all(a))
  expect(await sight({ 'app.organization_id': b ?? '' })).toEqual(all(b))
  expect(await sight({ 'app.reach': 'catalogue' })).toEqual(some(seenInCatalogue, a, b))
  expect(await sight(person)).toEqual(some(seenByPerson, b))
  const { rows } = await inScope(person, () =>
    sql`select from purchases where user_id <> ${person['app.person_id']} or user_id is null`.execute(
      database.reader,
    ),
  )
  expect(rows).toEqual([])
}, 120_000)

/** What became of an act that is undone in any case: how many rows it touched, or what it ran into. */
async function tried(
  database: Database,
  scope: Scope,
  act: ReturnType<typeof sql>,
): Promise<bigint | string> {
  let touched: bigint | undefined
  const undone = new Error('undone')
  try {
    await inScope(scope, () =>
      database.transaction(async (tx) => {
        touched = (await act.execute(tx)).numAffectedRows
        throw undone
      }),
    )
  } catch (fault) {
    if (fault !== undone) return (fault as { code: string }).code
  }
  return touched ?? 0n
}

const refused = '42501'
/** A trigger of theirs refuses it to everybody. */
const neverChanged = new Set(['money_entries'])

test('from no scope is anything of another organization written, whatever the table', async () => {
  const { api, ours, theirs } = await twoOrganizations()
  const database = openOwnDatabase(api.databaseUrl)
  const [a, b] = [ours, theirs].map((one) => z.decode(organizationId, one.organizationId as `org_${string}`))
  const scopes: [string, Scope][] = [
    ['none', {}],
    ['another organization', { 'app.organization_id': a ?? '' }],
    ['catalogue', { 'app.reach': 'catalogue' }],
    ['person', { 'app.person_id': z.decode(userId, ours.prompted.userId as `user_${string}`) }],
  ]
  for (const { name, owner } of (await listTables(api.ctx.database.reader)).filter((one) => one.owner)) {
    const [table, column] = [sql.table(name), sql.ref(owner ?? '')]
    const { rows } = await sql<{ row: unknown; columns: string[] }>`
      select to_jsonb(t) as row, array(select attname from pg_attribute where attrelid = ${name}::regclass
        and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '')::text[] as columns
      from ${table} t where ${column} = ${b} limit 1`.execute(api.ctx.database.reader)
    const columns = sql.join((rows[0]?.columns ?? []).map((one) => sql.ref(one)))
    const copy = sql`insert into ${table} (${columns})
      select ${columns} from jsonb_populate_record(null::${table}, ${JSON.stringify(rows[0]?.row)}::jsonb)`
    for (const [asWhom, scope] of scopes) {
      const acts = {
        insert: await tried(database, scope, copy),
        update: await tried(
          database,
          scope,
          sql`update ${table} set ${column} = ${column} where ${column} = ${b}`,
        ),
        delete: await tried(database, scope, sql`delete from ${table} where ${column} = ${b}`),
      }
      const none = neverChanged.has(name) ? '23001' : 0n
      expect({ name, asWhom, ...acts }).toEqual({ name, asWhom, insert: refused, update: none, delete: none })
    }
    const away = await tried(
      database,
      { 'app.organization_id': a ?? '' },
      sql`update ${table} set ${column} = ${b}`,
    )
    expect([name, away]).toEqual([name, neverChanged.has(name) ? '23001' : refused])
  }
}, 180_000)
