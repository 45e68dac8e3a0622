import * as auth from '@event-sphere/contract/auth'
import { scanTicket } from '@event-sphere/contract/check-in'
import type { WireBody } from '@event-sphere/contract/endpoint'
import { createEntrance } from '@event-sphere/contract/entrances'
import { sql } from '@event-sphere/kit/database/database'
import { onTestFinished } from 'vitest'
import { everything } from '../call/scope.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { callApi } from '../cast/call-api.ts'
import { password } from '../cast/staff.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { startTicketingApi } from '../start-ticketing-api.ts'

/** The first morning of the summit, as the doors open; tickets are still on sale. */
export async function atTheDoor({ now = '2026-07-15T05:00:00Z' } = {}) {
  const api = await startApi({ now })
  const saleEndDate = '2026-07-18T00:00:00+03:00'
  const summit = await theSummit(api, { general: { saleEndDate }, gala: { price: 0, saleEndDate } })
  return { api, summit }
}

/** The evening of the gala, half an hour after its own entrance has opened. */
export const atTheGala = () => atTheDoor({ now: '2026-07-16T15:00:00Z' })

/** The gala's own entrance, open on its evening. */
export async function aGalaEntrance(
  api: TestApi,
  summit: Summit,
  more: Partial<WireBody<typeof createEntrance>> = {},
): Promise<string> {
  const body = {
    eventId: summit.eventId,
    name: 'Gala Night',
    ticketTypeIds: [summit.gala],
    days: ['2026-07-16'],
    opensAt: '17:30',
    closesAt: '23:30',
    ...more,
  }
  return (await api.call(createEntrance, { as: api.admin, body })).body.id
}

/** Somebody who holds general admission, and a free gala ticket beside it. */
export async function aHolder(api: TestApi, summit: Summit) {
  const customer = await aCustomer(api, { firstName: 'Amina', lastName: 'Chebet' })
  const { body } = await buys(api, summit, customer.token, { general: 1, gala: 1 })
  const ticketOf = (typeId: string) => {
    const ticket = body.tickets.find(({ ticketTypeId }) => ticketTypeId === typeId)
    if (!ticket?.qrToken) throw new Error('A free purchase has its tickets at once.')
    return { ...ticket, qrToken: ticket.qrToken }
  }
  return { ...customer, general: ticketOf(summit.general), gala: ticketOf(summit.gala) }
}

/** Somebody who holds general admission alone. */
export async function aGuest(api: TestApi, summit: Summit) {
  const { token, email } = await aCustomer(api, { firstName: 'Kiprono', lastName: 'Bett' })
  const { body } = await buys(api, summit, token, { general: 1 })
  return { token, email, code: body.tickets[0]?.qrToken ?? '', ticketId: body.tickets[0]?.id ?? '' }
}

/** The same API once more, with connections and a memory of its own, on the same database. */
export async function aSecondProcess(api: TestApi): Promise<TestApi> {
  const { config, log, mpesa, mailer } = api.ctx
  const { url, ctx, close } = await startTicketingApi({ config, log, mpesa, mailer, scope: everything })
  onTestFinished(close)
  return { ...api, url, ctx, call: (endpoint, asked) => callApi(url, endpoint, asked) }
}

interface Scanning extends Partial<WireBody<typeof scanTicket>> {
  as?: string
  locale?: string
  idempotencyKey?: string
}

/** One scan at the main entrance by the organization's agent, unless it says otherwise. */
export function scans(
  api: TestApi,
  ticketCode: string,
  { as, locale, idempotencyKey, ...more }: Scanning = {},
) {
  return api.call(scanTicket, {
    as: as ?? api.agent,
    body: { ticketCode, checkInLocation: 'Main Entrance', ...more },
    ...(locale && { locale }),
    ...(idempotencyKey && { idempotencyKey }),
  })
}

/** Signs the agent in again: a pushed clock ends access tokens. */
export async function theAgentAgain(api: TestApi): Promise<string> {
  const { body } = await api.call(auth.login, { body: { email: 'agent@kncci.example', password } })
  return body.access_token
}

/** What the scans that were written down came to, first to last. */
export async function scanResults(api: TestApi): Promise<string[]> {
  const { rows } = await sql<{ result: string }>`select result from scans order by recorded_at`.execute(
    api.ctx.database.reader,
  )
  return rows.map(({ result }) => result)
}
