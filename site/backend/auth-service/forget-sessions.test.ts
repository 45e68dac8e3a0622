import { openDatabase, sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startSite } from '../app.ts'
import { startPretendApi } from '../cast/pretend-api.ts'
import { aDatabase } from '../cast/street.ts'
import { organizationId } from '../cast/world.ts'

async function aSite() {
  const databaseUrl = await aDatabase()
  const api = await startPretendApi()
  onTestFinished(api.close)
  const start = () =>
    startSite({
      databaseUrl,
      port: 0,
      logLevel: 'silent',
      ticketing: { baseUrl: api.url, token: 'es_test_of_the_organization', organizationId },
    })
  // The first start creates the tables.
  await (await start()).close()
  const database = openDatabase({ url: databaseUrl, schema: 'site', onFault: () => undefined })
  onTestFinished(database.close)
  return { start, reader: database.reader }
}

test('expired sessions are deleted by the site, and the others stay', async () => {
  const { start, reader } = await aSite()
  // More than one batch of the first kind, and one of each other kind.
  await sql`
    insert into sessions (id_hash, sealed, used_at, created_at)
    select sha256((made || ' ' || n)::bytea), '\\x00', clock.now() - make_interval(days => used),
      clock.now() - make_interval(days => made)
    from (values (31, 31, 1200), (1, 91, 1), (29, 29, 1), (1, 89, 1)) as ages (used, made, count),
      generate_series(1, count) n`.execute(reader)

  const site = await start()
  onTestFinished(site.close)

  const ages = async () =>
    (
      await sql<{ days: number }>`
        select extract(day from clock.now() - created_at)::int as days from sessions order by 1`.execute(
        reader,
      )
    ).rows.map(({ days }) => days)
  await vi.waitFor(async () => expect(await ages()).toEqual([29, 89]), { timeout: 20_000 })
})

test('expired sessions are found by an index', async () => {
  const { reader } = await aSite()
  for (const column of ['used_at', 'created_at']) {
    const { rows } = await sql`select 1 from pg_indexes
      where schemaname = 'site' and tablename = 'sessions' and indexdef ~ ${`\\(${column}`}`.execute(reader)
    expect(rows, column).toHaveLength(1)
  }
})
