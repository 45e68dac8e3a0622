import type { PurchaseId, UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { inOrderOfIds, plansOf } from '../cast/watch-queries.ts'
import { findRow, giveToUser, listRows, lockRows, ownedBy } from './store.ts'

test('whoever moves several purchases at once locks them in the order of their ids', async () => {
  const { database } = (await startApi()).ctx
  const ids = [newUuid() as PurchaseId, newUuid() as PurchaseId]
  expect(await plansOf(database, (tx) => lockRows(tx, ids))).toMatch(inOrderOfIds)
  const give = await plansOf(database, (tx) => giveToUser(tx, newUuid() as UserId, 'a@example.com'))
  expect(give).toMatch(inOrderOfIds)
})

test('a purchase is read with its money by the index of its entries, whether it is locked or not', async () => {
  const { database } = (await startApi()).ctx
  const id = newUuid() as PurchaseId
  const page = { limit: 20, after: undefined, eventId: undefined }
  for (const read of [
    (tx: Tx) => lockRows(tx, [id]),
    (tx: Tx) => findRow(tx, ownedBy({ userId: newUuid() as UserId }), id),
    (tx: Tx) => listRows(tx, newUuid() as UserId, page),
  ]) {
    const plan = await plansOf(database, read)
    expect(plan).toMatch(/money_entries_purchase_id_idx/)
    // A function that the planner does not put in place is run for each row, and its insides are nobody's to plan.
    expect(plan).not.toMatch(/Function Scan/)
  }
})
