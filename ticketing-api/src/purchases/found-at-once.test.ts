import type { EventId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { plansOf } from '../cast/watch-queries.ts'
import { expireRows, listWaiting } from './store.ts'

test('whoever waits for money is found by event and buyer, even by a plan that was made while nobody waited', async () => {
  const { database } = (await startApi()).ctx
  const eventId = newUuid() as EventId
  const byBuyer = /Index Cond: \(\(event_id = .*\) AND \(buyer_email = ANY/
  const look = (tx: Tx) => listWaiting(tx, eventId, ['a@example.com', 'b@example.com'])
  expect(await plansOf(database, look)).toMatch(byBuyer)

  // The control: beside an index on the event alone, the planner takes that one.
  await database.transaction((tx) =>
    sql`create index on purchases (event_id) where status <> 'completed'`.execute(tx),
  )
  expect(await plansOf(database, look)).not.toMatch(byBuyer)
})

test('purchases whose hold has ended are found in the order in which they end', async () => {
  const { database } = (await startApi()).ctx
  const plan = await plansOf(database, (tx) => expireRows(tx, new Date(), 500))
  expect(plan).toMatch(/Index Scan using purchases_to_expire/)
  expect(plan).not.toMatch(/Sort/)
})
