import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { aPendingPurchase, buys, isBack } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { releaseAllEndedHolds } from './release-all-ended-holds.ts'

test('an event whose release fails stops neither the releases nor the sale of the others, and is told of', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const { reader } = api.ctx.database
  const first = await theSummit(api)
  const broken = await theSummit(api, { event: { slug: 'second', code: 'SECOND' } })
  const last = await theSummit(api, { event: { slug: 'third', code: 'THIRD' } })
  await aPendingPurchase(api, first)
  await aPendingPurchase(api, broken)
  const buyer = await aPendingPurchase(api, last)
  const brokenId = broken.eventId.replace('event_', '')
  await sql`create function fails() returns trigger language plpgsql as
    'begin raise exception ''no seat of this event can be given back''; end'`.execute(reader)
  await sql
    .raw(`create trigger fails before update on quotas for each row
      when (new.event_id = '${brokenId}' and new.taken < old.taken) execute function fails()`)
    .execute(reader)
  const told = vi.spyOn(api.ctx.log, 'error').mockImplementation(() => undefined)

  await api.moveTo('2026-07-01T09:31:00Z')
  await releaseAllEndedHolds(api.ctx)

  const { rows } = await sql<{ eventId: string }>`
    select distinct replace(event_id::text, '-', '') as "eventId" from holds`.execute(reader)
  expect(rows).toEqual([{ eventId: brokenId }])
  expect(told.mock.calls.map(([, words]) => words)).toEqual(['releasing ended holds failed'])
  const as = await isBack(api, buyer.refreshToken)
  expect((await buys(api, last, as, { general: 1 })).status).toBe(201)
})
