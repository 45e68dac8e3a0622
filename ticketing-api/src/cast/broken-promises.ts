import { sql } from '@event-sphere/kit/database/database'
import type { TestApi } from './start-api.ts'

const views = [
  'inv_seats_counted',
  'inv_tickets_paid_for',
  'inv_money_has_a_home',
  'inv_nothing_is_orphaned',
] as const

/** Everything that the database itself says is wrong; nothing, if all is well. */
export async function brokenPromises(api: Pick<TestApi, 'ctx'>) {
  const found = await Promise.all(
    views.map(async (view) => {
      const { rows } = await sql<object>`select * from ${sql.table(view)}`.execute(api.ctx.database.reader)
      return rows.map((row) => ({ view, ...row }))
    }),
  )
  return found.flat()
}
