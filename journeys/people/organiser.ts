import { randomBytes } from 'node:crypto'
import { login } from '@event-sphere/contract/auth'
import type { Endpoint, WireBody, WireReply } from '@event-sphere/contract/endpoint'
import { cancelEvent, createEvent } from '@event-sphere/contract/events'
import { placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import type { z } from 'zod'
import type { Demonstration } from '../street/demonstration.ts'

type Call = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
type TicketType = Partial<WireBody<typeof createTicketType>>

const oneDay = 24 * 3600_000

/** An organiser who creates events through the API, as documented. */
export async function anOrganiser({ ticketing, admin, apiKey, organizationId }: Demonstration) {
  const call = async <E extends Call>(endpoint: E, token: string, body: object): Promise<WireReply<E>> => {
    const answer = await fetch(`${ticketing}/api${endpoint.path}`, {
      method: endpoint.method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomBytes(16).toString('hex'),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok)
      throw new Error(`${endpoint.method} ${endpoint.path} was answered ${answer.status}: ${text}`)
    return JSON.parse(text) as WireReply<E>
  }
  const { access_token: token } = await call(login, '', admin)

  return {
    /** Creates a published event with one ticket type that begins in this many days. */
    async makesEvent(title: string, { inDays = 30, ...type }: TicketType & { inDays?: number } = {}) {
      const mark = randomBytes(3).toString('hex')
      const from = Date.now() + inDays * oneDay
      const event = await call(createEvent, token, {
        organizationId,
        slug: `${title.toLowerCase().replaceAll(' ', '-')}-${mark}`,
        code: `J${mark.toUpperCase()}`,
        status: 'published',
        title,
        startDateTime: new Date(from).toISOString(),
        endDateTime: new Date(from + oneDay / 4).toISOString(),
      })
      const wanted = { name: 'Day Pass', price: 500, quantity: 50, code: 'DAY', ...type }
      const ticketType = await call(createTicketType, token, { eventId: event.id, ...wanted })
      return { event, ticketType }
    },

    async cancels(eventId: string) {
      await call({ ...cancelEvent, path: cancelEvent.path.replace('{id}', eventId) }, token, {})
    },

    /** Gives away the last ticket of a free type. */
    async givesAway(eventId: string, ticketTypeId: string) {
      const buyer = { email: `guest.${randomBytes(4).toString('hex')}@example.com` }
      await call(placePurchase, apiKey, { eventId, items: [{ ticketTypeId, quantity: 1 }], buyer })
    },
  }
}
