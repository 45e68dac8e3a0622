import {
  changeEntrance,
  createEntrance,
  deleteEntrance,
  listEntrances,
} from '@event-sphere/contract/entrances'
import { cancelEvent } from '@event-sphere/contract/events'
import { placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { aGalaEntrance, aHolder, atTheDoor, scans } from './cast.ts'

const atTheGala = () => atTheDoor({ now: '2026-07-16T15:00:00Z' })
const gate = 'Gala Night'

async function aGuest(api: TestApi, summit: Summit) {
  const { token, email } = await aCustomer(api, { firstName: 'Kiprono', lastName: 'Bett' })
  const { body } = await buys(api, summit, token, { general: 1 })
  return { token, email, code: body.tickets[0]?.qrToken ?? '', ticketId: body.tickets[0]?.id ?? '' }
}

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

test('a gala ticket at the main entrance names the general one, and the other way round', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { general, gala } = await aHolder(api, summit)

  const atMain = await scans(api, gala.qrToken)
  expect(atMain.body).toMatchObject({
    result: 'not_here',
    otherTicket: { id: general.id, ticketTypeName: 'General Admission', isAlreadyAdmitted: false },
    message:
      'Gala Night Access does not open Main Entrance, but they also hold General Admission. Admit them with that one.',
  })
  const atGala = await scans(api, general.qrToken, { entranceId })
  expect(atGala.body.otherTicket).toEqual({
    id: gala.id,
    ticketTypeName: 'Gala Night Access',
    isAlreadyAdmitted: false,
  })
})

test('the agent admits the named ticket in one call, once; the same person enters both entrances on one day', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { general, gala } = await aHolder(api, summit)
  expect((await scans(api, general.qrToken)).body.result).toBe('admitted')

  const named = (await scans(api, general.qrToken, { entranceId })).body.otherTicket
  const withTicketId = named?.id ?? ''
  const swapped = await scans(api, general.qrToken, { entranceId, withTicketId })
  expect(swapped.body).toMatchObject({
    result: 'admitted',
    ticket: { id: gala.id, ticketTypeName: 'Gala Night Access' },
    needsNameCheck: false,
  })
  expect((await scans(api, gala.qrToken, { entranceId })).body.result).toBe('already_admitted')
  expect((await scans(api, general.qrToken, { entranceId })).body).toMatchObject({
    result: 'not_here',
    otherTicket: { id: gala.id, isAlreadyAdmitted: true },
    message: expect.stringMatching(/their Gala Night Access was already let in here today/),
  })
  expect((await scans(api, general.qrToken, { entranceId, withTicketId })).body.result).toBe(
    'already_admitted',
  )
})

test('the other ticket may be of another purchase of the same mailbox, and of no other', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { token, code } = await aGuest(api, summit)
  const stranger = await aHolder(api, summit)
  expect((await scans(api, code, { entranceId })).body.otherTicket).toBeNull()

  const later = await buys(api, summit, token, { gala: 1 })
  const [gala] = later.body.tickets
  expect((await scans(api, code, { entranceId })).body.otherTicket?.id).toBe(gala?.id)

  for (const withTicketId of [stranger.gala.id, `ticket_${newUuid().replaceAll('-', '')}`]) {
    const { status, body } = await scans(api, code, { entranceId, withTicketId })
    expect([status, body.code]).toEqual([404, 'not_found'])
  }
  expect((await scans(api, stranger.gala.qrToken, { entranceId })).body.result).toBe('admitted')
})

test('of many tickets in one purchase, each scan names one that is not in yet', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { token } = await aCustomer(api)
  const { body } = await buys(api, summit, token, { general: 3, gala: 2 })
  const codes = body.tickets
    .filter((ticket) => ticket.ticketTypeId === summit.general)
    .map((t) => t.qrToken ?? '')
  const named = new Set<string>()
  for (const code of codes.slice(0, 2)) {
    const { otherTicket } = (await scans(api, code, { entranceId })).body
    expect(otherTicket?.isAlreadyAdmitted).toBe(false)
    await scans(api, code, { entranceId, withTicketId: otherTicket?.id ?? '' })
    named.add(otherTicket?.id ?? '')
  }
  expect(named.size).toBe(2)
  expect((await scans(api, codes[2] ?? '', { entranceId })).body.otherTicket?.isAlreadyAdmitted).toBe(true)
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

test("the entrance's hours decide beside the ticket's days, and say when", async () => {
  const { api, summit } = await atTheDoor({ now: '2026-07-16T14:29:00Z' })
  const entranceId = await aGalaEntrance(api, summit)
  const { gala } = await aHolder(api, summit)
  const early = await scans(api, gala.qrToken, { entranceId })
  expect(early.body).toMatchObject({
    result: 'not_yet',
    message: 'Gala Night opens at 17:30 today. Ask them to come back then.',
  })
  await api.moveTo('2026-07-16T14:30:00Z')
  await api.call(changeEntrance, { as: api.admin, params: { id: entranceId }, body: { closesAt: '17:30' } })
  // A closing time that is not after the opening is of the next day.
  expect((await scans(api, gala.qrToken, { entranceId })).body.result).toBe('admitted')
  await api.call(changeEntrance, {
    as: api.admin,
    params: { id: entranceId },
    body: { opensAt: null, closesAt: '17:30' },
  })
  const late = await scans(api, gala.qrToken, { entranceId })
  expect(late.body).toMatchObject({ result: 'too_late' })
  expect(late.body.message).toMatch(/^Gala Night closed at 17:30 today\./)
})

test('past midnight an entrance that is still open is in the day before: nobody comes in twice in a night', async () => {
  const { api, summit } = await atTheDoor({ now: '2026-07-16T20:50:00Z' })
  const entranceId = await aGalaEntrance(api, summit, { closesAt: '02:00' })
  const [one, two] = [await aHolder(api, summit), await aHolder(api, summit)]
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('admitted')
  await api.moveTo('2026-07-16T21:01:00Z')
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('already_admitted')
  expect((await scans(api, two.gala.qrToken, { entranceId })).body.result).toBe('admitted')
})

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

test('a full entrance admits nobody more that day, and says so; whoever is in is told as inside', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit, { capacity: 1 })
  const [one, two] = [await aHolder(api, summit), await aHolder(api, summit)]
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('admitted')
  const full = await scans(api, two.gala.qrToken, { entranceId })
  expect(full.body).toMatchObject({
    result: 'full',
    message: 'Gala Night is full. Do not let in; call your lead.',
  })
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('already_admitted')

  await api.call(changeEntrance, { as: api.admin, params: { id: entranceId }, body: { capacity: null } })
  expect((await scans(api, two.gala.qrToken, { entranceId })).body.result).toBe('admitted')
})

test('an entrance where tickets were scanned stays, refused ones too', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const { code } = await aGuest(api, summit)
  await scans(api, code, { entranceId })
  const { status, text } = await api.call(deleteEntrance, { as: api.admin, params: { id: entranceId } })
  expect([status, JSON.parse(text).code]).toEqual([409, 'entrance_in_use'])
})

test('a guest that a key bought for is found by the same mailbox', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit)
  const buy = (ticketTypeId: string) =>
    api.call(placePurchase, {
      as: api.key,
      idempotencyKey: api.newKey(),
      body: {
        eventId: summit.eventId,
        items: [{ ticketTypeId, quantity: 1 }],
        buyer: { email: 'g@example.com' },
      },
    })
  const general = (await buy(summit.general)).body.tickets[0]
  const gala = (await buy(summit.gala)).body.tickets[0]
  const { body } = await scans(api, general?.qrToken ?? '', { entranceId })
  expect(body).toMatchObject({ result: 'not_here', otherTicket: { id: gala?.id } })
})
