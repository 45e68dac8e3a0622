import { ticketTypeId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { brokenPromises } from '../cast/broken-promises.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { releaseAllEndedHolds } from './release-all-ended-holds.ts'

/** So many holds of one free seat each that have ended, with the seats taken. */
async function endedHolds(api: TestApi, wireId: string, many: number): Promise<void> {
  await sql`
    with type as (select id, event_id, organization_id from ticket_types where id = ${z.decode(ticketTypeId, wireId)}),
    placed as (
      insert into holds (id, organization_id, event_id, expires_at)
      select uuidv7(), organization_id, event_id, clock.now() - interval '1 minute' from type, generate_series(1, ${many}::int)
      returning id),
    seats as (
      insert into hold_items (organization_id, hold_id, ticket_type_id, quantity)
      select organization_id, placed.id, type.id, 1 from placed, type)
    update quotas set taken = taken + ${many}
    where id in (select quota_id from ticket_type_quotas q join type on type.id = q.ticket_type_id)`.execute(
    api.ctx.database.reader,
  )
}

test('an event whose holds end by the hundred keeps no other event waiting', async () => {
  const api = await startApi()
  const large = await theSummit(api)
  const small = await theSummit(api, { event: { slug: 'small', code: 'SMALL' } })
  await endedHolds(api, large.general, 900)
  await endedHolds(api, small.general, 1)

  const { database } = api.ctx
  const left: number[][] = []
  const count = async () => {
    const { rows } = await sql<{ many: number }>`
      select (select count(*)::int from holds h where h.event_id = e.id) as many from events e order by e.id`.execute(
      database.reader,
    )
    left.push(rows.map(({ many }) => many))
  }
  const transaction: typeof database.transaction = (story) => database.transaction(story).finally(count)
  await releaseAllEndedHolds({ ...api.ctx, database: { ...database, transaction } })

  expect(left[1]).toEqual([600, 0])
  expect(left.at(-1)).toEqual([0, 0])
  expect(await brokenPromises(api)).toEqual([])
})
