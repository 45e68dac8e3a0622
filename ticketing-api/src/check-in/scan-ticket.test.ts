import { scanTicket } from '@event-sphere/contract/check-in'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { aHolder, atTheDoor, scanResults, scans } from './cast.ts'

test('the QR opens the door, once a day, and the second time says when and where the first was', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const first = await scans(api, general.qrToken)
  const second = await scans(api, general.qrToken, { checkInLocation: 'Side Gate' })

  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({
    result: 'admitted',
    checkInLocation: 'Main Entrance',
    message: 'Welcome them in: General Admission.',
    admittedBefore: null,
    ticket: {
      id: general.id,
      ticketCode: general.ticketCode,
      holderName: 'Amina Chebet',
      ticketTypeName: 'General Admission',
      eventTitle: 'Eldoret International Business Summit',
      timezone: 'Africa/Nairobi',
    },
  })
  expect(second.status).toBe(200)
  expect(second.body).toMatchObject({
    result: 'already_admitted',
    checkInLocation: 'Side Gate',
    admittedBefore: { scannedAt: first.body.scannedAt, checkInLocation: 'Main Entrance' },
  })
  expect(second.body.message).toMatch(/^Already let in today at 08:0\d EAT, Main Entrance\./)
  expect(await scanResults(api)).toEqual(['admitted', 'already_admitted'])
})

test('a ticket that is no longer valid opens nothing, and that is written down', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const statuses = ['cancelled', 'refunded', 'transferred']
  for (const status of statuses) {
    await api.ctx.database.transaction((tx) => sql`update tickets set status = ${status}`.execute(tx))
    expect((await scans(api, general.qrToken)).body.result).toBe(status)
  }
  expect(await scanResults(api)).toEqual(statuses)
})

test('the agent is spoken to in their own language', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const first = await scans(api, general.qrToken, { locale: 'sw' })
  const second = await scans(api, general.qrToken, { locale: 'sw' })

  expect(first.body.message).toBe('Mkaribishe ndani: General Admission.')
  expect(second.body.message).toMatch(/^Tiketi hii imeshaingia leo saa 08:0\d EAT, Main Entrance\./)
})

test('who works at no door scans nothing', async () => {
  const { api, summit } = await atTheDoor()
  const { token, general } = await aHolder(api, summit)
  const stranger = await aCustomer(api)

  for (const as of [token, stranger.token, api.key, api.platform]) {
    const { status, body } = await scans(api, general.qrToken, { as })
    expect([status, body.code]).toEqual([403, 'forbidden'])
  }
  const body = { ticketCode: general.qrToken, checkInLocation: 'Main Entrance' }
  expect((await api.call(scanTicket, { body })).body.code).toBe('unauthenticated')
  expect(await scanResults(api)).toEqual([])
})

test('a body that does not fit names the fields at fault', async () => {
  const { api } = await atTheDoor()
  const [code, place] = ['/ticketCode', '/checkInLocation']
  const bad: [object, string[]][] = [
    [{}, [code, place]],
    [{ ticketCode: '', checkInLocation: '  ' }, [code, place]],
    [{ ticketCode: 7, checkInLocation: ['x'] }, [code, place]],
    [{ ticketCode: 'x'.repeat(401), checkInLocation: 'x'.repeat(101) }, [code, place]],
    [{ ticketCode: 'A', checkInLocation: 'a\nb' }, [place]],
    [{ ticketCode: 'A', checkInLocation: 'B', scannedAt: 'today' }, ['/scannedAt']],
    [{ ticketCode: 'A', checkInLocation: 'B', scanId: 'ticket_1' }, ['/scanId']],
    [{ ticketCode: 'A', checkInLocation: 'B', entranceId: 'Gala' }, ['/entranceId']],
    [{ ticketCode: 'A', checkInLocation: 'B', eventId: 7 }, ['/eventId']],
    [{ ticketCode: 'A', checkInLocation: 'B', withTicketId: 'x' }, ['/withTicketId']],
  ]
  for (const [body, pointers] of bad) {
    const answer = await api.call(scanTicket, { as: api.agent, body })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
    const { errors } = JSON.parse(answer.text) as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
  }
})
