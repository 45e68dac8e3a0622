import { placePurchase } from '@event-sphere/contract/purchases'
import * as tickets from '@event-sphere/contract/tickets'
import { newUuid } from '@event-sphere/kit/ids'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

const doors = [tickets.getTicket, tickets.getTicketQrPng, tickets.getTicketQrSvg]
const unknown = `ticket_${newUuid().replaceAll('-', '')}`

async function aHolder(api: TestApi, summit: Summit) {
  const customer = await aCustomer(api, { firstName: 'Amina', lastName: 'Chebet' })
  const { body } = await buys(api, summit, customer.token, { general: 1 })
  const [ticket] = body.tickets
  if (!ticket) throw new Error('A free purchase has its ticket at once.')
  return { ...customer, ticket, params: { id: ticket.id } }
}

async function aGuestTicket(api: TestApi, summit: Summit, key: string) {
  const { body } = await api.call(placePurchase, {
    as: key,
    idempotencyKey: api.newKey(),
    body: {
      eventId: summit.eventId,
      items: [{ ticketTypeId: summit.general, quantity: 1 }],
      buyer: { email: 'guest@example.com' },
    },
  })
  return { id: body.tickets[0]?.id ?? '' }
}

function readQr(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

test('the holder sees the ticket, what its QR says, and the picture of it', async () => {
  const api = await startApi()
  const { token, ticket, params } = await aHolder(api, await theSummit(api))
  const { status, body } = await api.call(tickets.getTicket, { as: token, params })

  expect(status).toBe(200)
  expect(body).toMatchObject({
    id: ticket.id,
    ticketCode: 'EBS2026-GA-000001',
    status: 'valid',
    holderName: 'Amina Chebet',
    admitsOn: ['2026-07-15', '2026-07-16', '2026-07-17'],
    event: { title: 'Eldoret International Business Summit', timezone: 'Africa/Nairobi' },
    ticketType: { code: 'GA', name: 'General Admission' },
  })
  expect(body.typedCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(body.qrToken).toMatch(/^ES1:/)
  expect(readQr(Buffer.from(body.qrCode ?? '', 'base64'))).toBe(body.qrToken)
})

test('return=minimal leaves drawings and expansions out', async () => {
  const api = await startApi()
  const { token, params } = await aHolder(api, await theSummit(api))
  const { body } = await api.call(tickets.getTicket, { as: token, params, prefer: 'return=minimal' })

  expect(body.ticketCode).toBe('EBS2026-GA-000001')
  for (const name of ['qrToken', 'qrCode', 'event', 'ticketType']) expect(body).not.toHaveProperty(name)
})

test('the picture and the drawing of the QR are for nobody to keep', async () => {
  const api = await startApi()
  const { token, ticket, params } = await aHolder(api, await theSummit(api))
  const response = await fetch(`${api.url}/api/tickets/${ticket.id}/qr.png`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(readQr(Buffer.from(await response.arrayBuffer()))).toBe(ticket.qrToken)

  const drawing = await api.call(tickets.getTicketQrSvg, { as: token, params })
  expect(drawing.headers.get('content-type')).toMatch('image/svg+xml')
  expect(drawing.headers.get('cache-control')).toBe('no-store')
  expect(drawing.text).toMatch(/^<svg /)
})

test('gate staff see whose ticket it is and whether it is good, and nothing that opens a door', async () => {
  const api = await startApi()
  const { ticket, params } = await aHolder(api, await theSummit(api))
  for (const prefer of ['return=minimal', 'return=representation']) {
    const { status, body, text } = await api.call(tickets.getTicket, { as: api.agent, params, prefer })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      holderName: 'Amina Chebet',
      status: 'valid',
      ticketType: { name: 'General Admission' },
    })
    for (const name of ['typedCode', 'qrToken', 'qrCode']) expect(body).not.toHaveProperty(name)
    expect(text).not.toContain(ticket.typedCode)
  }
})

test('gate staff who bought a ticket themselves hold it like anybody', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body } = await buys(api, summit, api.agent, { general: 1 })
  const [ticket] = body.tickets
  const own = await api.call(tickets.getTicket, { as: api.agent, params: { id: ticket?.id ?? '' } })
  expect(own.body.qrToken).toBe(ticket?.qrToken)
  expect(own.body.typedCode).toBe(ticket?.typedCode)
})

test('administrators see what their organization sold; agents see it too, but draw no QR of it', async () => {
  const api = await startApi()
  const { params } = await aHolder(api, await theSummit(api))
  const statuses = async (as: string) =>
    Promise.all(doors.map(async (door) => (await api.call(door, { as, params })).status))

  expect(await statuses(api.admin)).toEqual([200, 200, 200])
  expect(await statuses(api.agent)).toEqual([200, 404, 404])
})

test("a key sees its own organization's guests and nobody else", async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const guest = await aGuestTicket(api, summit, api.key)
  const { params: customers } = await aHolder(api, summit)
  const other = await foundOrganization(api.call, api.platform, 'other')

  for (const door of doors) {
    expect((await api.call(door, { as: api.key, params: guest })).status).toBe(200)
    expect((await api.call(door, { as: api.key, params: customers })).status).toBe(404)
    expect((await api.call(door, { as: other.key, params: guest })).status).toBe(404)
  }
})

test('to everyone else the ticket does not exist', async () => {
  const api = await startApi()
  const { params } = await aHolder(api, await theSummit(api))
  const stranger = await aCustomer(api)
  const other = await foundOrganization(api.call, api.platform, 'other')

  for (const door of doors) {
    for (const as of [stranger.token, other.admin, other.agent, api.platform]) {
      const { status, body } = await api.call(door, { as, params })
      expect([status, body.code]).toEqual([404, 'not_found'])
    }
    expect((await api.call(door, { params })).body.code).toBe('unauthenticated')
    expect((await api.call(door, { as: 'nonsense', params })).body.code).toBe('unauthenticated')
  }
})

test('what names no ticket is not found', async () => {
  const api = await startApi()
  for (const door of doors) {
    for (const id of [unknown, 'ticket_1', 'nonsense', '%00', "ticket_' or 1=1"]) {
      const { status, body } = await api.call(door, { as: api.admin, params: { id } })
      expect([id, status, body.code]).toEqual([id, 404, 'not_found'])
    }
  }
})
