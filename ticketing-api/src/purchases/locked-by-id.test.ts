import type { PurchaseId, UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { inOrderOfIds, plansOf } from '../cast/watch-queries.ts'
import { giveToUser, lockRows } from './store.ts'

test('whoever moves several purchases at once locks them in the order of their ids', async () => {
  const { database } = (await startApi()).ctx
  const ids = [newUuid() as PurchaseId, newUuid() as PurchaseId]
  expect(await plansOf(database, (tx) => lockRows(tx, ids))).toMatch(inOrderOfIds)
  const give = await plansOf(database, (tx) => giveToUser(tx, newUuid() as UserId, 'a@example.com'))
  expect(give).toMatch(inOrderOfIds)
})
