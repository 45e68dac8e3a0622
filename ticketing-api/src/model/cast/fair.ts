import * as auth from '@event-sphere/contract/auth'
import { createEntrance } from '@event-sphere/contract/entrances'
import { createEvent } from '@event-sphere/contract/events'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { aCustomer } from '../../cast/buyers.ts'
import type { Installation } from './installation.ts'

/** The most that one person may have of each type but the crowd's. */
export const mostAPerson = 2
export const sizes = { general: 5, gala: 4, vip: 2 }
/** How many the gala's own entrance lets in on one day. */
export const hallCapacity = 2
export type TypeName = keyof typeof sizes

const day = 86_400_000

/** An event that is on, scarce in everything but what the crowd buys: free, priced, and a bundle of the two. */
export async function openFair({ api, next, now }: Installation) {
  const number = next()
  const at = (days: number) => new Date(now().getTime() + days * day).toISOString()
  const event = await api.call(createEvent, {
    as: api.key,
    body: {
      organizationId: api.organizationId,
      title: 'Uasin Gishu Trade Fair',
      slug: `fair-${number}`,
      code: `FAIR${number}`,
      status: 'published',
      startDateTime: at(-1),
      endDateTime: at(20),
      maxAttendees: 100_000,
    },
  })
  const eventId = event.body.id
  const sell = async (body: object) => {
    const made = await api.call(createTicketType, {
      as: api.key,
      body: { eventId, maxPerPerson: mostAPerson, ...body },
    })
    if (made.status !== 201) throw new Error(made.text)
    return made.body.id
  }
  const general = await sell({ name: 'General', code: 'GA', price: 0, quantity: sizes.general })
  const gala = await sell({
    name: 'Gala',
    code: 'GALA',
    price: 1500,
    quantity: sizes.gala,
    requires: [general],
  })
  const vip = await sell({
    name: 'VIP',
    code: 'VIP',
    price: 2000,
    quantity: sizes.vip,
    includes: [general, gala],
  })
  const crowd = await sell({ name: 'Exhibition', code: 'EX', price: 0, quantity: 100_000 })
  const hall = await api.call(createEntrance, {
    as: api.key,
    body: { eventId, name: 'Gala Hall', ticketTypeIds: [gala], capacity: hallCapacity },
  })
  return { eventId, types: { general, gala, vip, crowd }, hall: hall.body.id }
}

/** Somebody with an account and two phones. Their token ends with time and is had anew. */
export async function aVisitor({ api, next }: Installation) {
  const customer = await aCustomer(api)
  const phones = [next(), next()].map((number) => `+2547${String(number).padStart(8, '0')}`)
  const visitor = { phones, token: customer.token }
  let { refreshToken } = customer
  return Object.assign(visitor, {
    comesBack: async () => {
      const again = await api.call(auth.refresh, { body: { refresh_token: refreshToken } })
      refreshToken = again.body.refresh_token
      visitor.token = again.body.access_token
    },
  })
}
