import { createEntrance, listEntrances } from '@event-sphere/contract/entrances'
import { cancelEvent } from '@event-sphere/contract/events'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { type Summit, theSummit } from '../cast/summit.ts'
import { aGuest, atTheDoor, scans } from './cast.ts'

test('a ticket of another event is of the wrong event, where the scan says for which it is', async () => {
  const { api, summit } = await atTheDoor()
  const fair = await theSummit(api, { event: { slug: 'fair', code: 'FAIR', title: 'Trade Fair' } })
  const { code } = await aGuest(api, summit)
  const { items } = (await api.call(listEntrances, { as: api.agent, query: { eventId: fair.eventId } })).body

  const said = [{ eventId: fair.eventId }, { entranceId: items[0]?.id ?? '' }]
  for (const where of said) {
    const { body } = await scans(api, code, where)
    expect(body).toMatchObject({
      result: 'wrong_event',
      message: 'This ticket is for another event: Eldoret International Business Summit. Do not let in.',
    })
  }
  expect((await scans(api, code, { eventId: summit.eventId })).body.result).toBe('admitted')
})

test('an event that is a draft or was cancelled admits nobody', async () => {
  const { api, summit } = await atTheDoor()
  const { code } = await aGuest(api, summit)
  const become = (status: string) =>
    api.ctx.database.transaction((tx) =>
      sql`update events set status = ${status} where slug = 'eldoret-business-summit-2026'`.execute(tx),
    )
  await become('draft')
  const draft = await scans(api, code)
  expect(draft.body.result).toBe('not_yet')
  expect(draft.body.message).toMatch(/is not published yet/)
  await become('cancelled')
  const cancelled = await scans(api, code)
  expect(cancelled.body.result).toBe('cancelled')
  expect(cancelled.body.message).toMatch(/^Eldoret International Business Summit was cancelled/)
})

test('two events, one of them cancelled: each door says for which event a ticket is, or that it was cancelled', async () => {
  const { api, summit } = await atTheDoor()
  const saleEndDate = '2026-07-18T00:00:00+03:00'
  const off = await theSummit(api, {
    event: { slug: 'off', code: 'OFF', title: 'Trade Fair' },
    general: { saleEndDate },
  })
  const [live, dead] = [await aGuest(api, summit), await aGuest(api, off)]
  const doorOf = async ({ eventId }: Summit) =>
    (await api.call(listEntrances, { as: api.agent, query: { eventId } })).body.items[0]?.id ?? ''
  const [liveDoor, deadDoor] = [await doorOf(summit), await doorOf(off)]
  await api.call(cancelEvent, { as: api.admin, params: { id: off.eventId } })
  await api.runJobs()

  const said = async (code: string, entranceId: string) => (await scans(api, code, { entranceId })).body
  expect(await said(live.code, deadDoor)).toMatchObject({
    result: 'wrong_event',
    message: expect.stringContaining('Eldoret International Business Summit'),
  })
  expect((await said(dead.code, deadDoor)).result).toBe('cancelled')
  expect(await said(dead.code, liveDoor)).toMatchObject({
    result: 'wrong_event',
    message: expect.stringContaining('Trade Fair'),
  })
  expect((await said(live.code, liveDoor)).result).toBe('admitted')

  const body = { eventId: summit.eventId, name: 'Side', ticketTypeIds: [off.general] }
  const mixed = await api.call(createEntrance, { as: api.admin, body })
  expect(mixed).toMatchObject({ status: 422, body: { code: 'ticket_type_unknown' } })
})
