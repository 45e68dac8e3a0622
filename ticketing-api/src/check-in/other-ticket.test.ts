import { placePurchase } from '@event-sphere/contract/purchases'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { aGalaEntrance, aGuest, aHolder, atTheGala, scans } from './cast.ts'

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
