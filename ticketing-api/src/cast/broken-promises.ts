import { sql } from '@event-sphere/kit/database/database'
import type { TestApi } from './start-api.ts'

/** Everything that the database itself says is wrong; nothing, if all is well. */
export async function brokenPromises(api: Pick<TestApi, 'ctx'>) {
  const { reader } = api.ctx.database
  const { rows: views } = await sql<{ name: string }>`
    select viewname as name from pg_views where schemaname = 'ticketing' and viewname like 'inv\\_%'`.execute(
    reader,
  )
  const found = await Promise.all(
    views.map(async ({ name }) => {
      const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(reader)
      return rows.map((row) => ({ view: name, ...row }))
    }),
  )
  return found.flat()
}
