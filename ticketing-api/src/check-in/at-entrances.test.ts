import { deleteEntrance, listEntrances } from '@event-sphere/contract/entrances'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import { theSummit } from '../cast/summit.ts'
import { aGalaEntrance, aGuest, aHolder, atTheDoor, atTheGala, scans } from './cast.ts'

const gate = 'Gala Night'

test('a free ticket does not open the gala, and is not used up there', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { code } = await aGuest(api, summit)

  const atGala = await scans(api, code, { checkInLocation: gate, entranceId })
  expect(atGala.body).toMatchObject({
    result: 'not_here',
    entrance: { id: entranceId, name: 'Gala Night' },
    otherTicket: null,
    message:
      'General Admission does not open Gala Night. Do not let in; show them the way to: Main Entrance.',
  })
  expect((await scans(api, code)).body).toMatchObject({
    result: 'admitted',
    entrance: { name: 'Main Entrance' },
  })
})

test.each([
  ['Gala Night', 'Gala Night'],
  ['  gala   NIGHT ', 'Gala Night'],
  ['Main Entrance - Day 1', 'Main Entrance'],
  ['main entrance', 'Main Entrance'],
])('a client that only says where it stands, at %o, is decided for at %o', async (checkInLocation, name) => {
  const { api, summit } = await atTheGala()
  await aGalaEntrance(api, summit)
  const { code } = await aGuest(api, summit)
  const { body } = await scans(api, code, { checkInLocation })
  expect(body).toMatchObject({ entrance: { name }, result: name === 'Gala Night' ? 'not_here' : 'admitted' })
})

test('an entrance that is not there, or not the organization’s, or not of the event, is not found', async () => {
  const { api, summit } = await atTheDoor()
  const { code } = await aGuest(api, summit)
  const galaId = await aGalaEntrance(api, summit)
  const other = await foundOrganization(api.call, api.platform, 'other')
  const theirs = await theSummit({ ...api, ...other }, { event: { slug: 'theirs', code: 'THEIRS' } })
  const { items } = (await api.call(listEntrances, { as: other.agent, query: { eventId: theirs.eventId } }))
    .body
  const fair = await theSummit(api, { event: { slug: 'fair', code: 'FAIR' } })
  const missing = `entrance_${newUuid().replaceAll('-', '')}`

  for (const where of [
    { entranceId: missing },
    { entranceId: items[0]?.id ?? '' },
    { eventId: theirs.eventId },
    { entranceId: galaId, eventId: fair.eventId },
  ]) {
    const { status, body } = await scans(api, code, where)
    expect([status, body.code]).toEqual([404, 'not_found'])
  }
})

test('a ticket that opens two entrances is admitted once at each', async () => {
  const { api, summit } = await atTheGala()
  const lounge = await aGalaEntrance(api, summit, { name: 'Lounge', opensAt: null, closesAt: null })
  const dinner = await aGalaEntrance(api, summit)
  const { gala } = await aHolder(api, summit)
  for (const entranceId of [lounge, dinner]) {
    expect((await scans(api, gala.qrToken, { entranceId })).body.result).toBe('admitted')
    expect((await scans(api, gala.qrToken, { entranceId })).body.result).toBe('already_admitted')
  }
})

test('an entrance where tickets were scanned stays, refused ones too', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { code } = await aGuest(api, summit)
  await scans(api, code, { entranceId })
  const { status, text } = await api.call(deleteEntrance, { as: api.admin, params: { id: entranceId } })
  expect([status, JSON.parse(text).code]).toEqual([409, 'entrance_in_use'])
})
