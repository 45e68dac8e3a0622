import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { entranceId, eventId, ticketTypeId } from './values/ids.ts'
import { clockTime, day, instant } from './values/instant.ts'
import { line } from './values/text.ts'

/**
 * Where people enter, and which tickets admit them. Adjacent gates to the same place are one entrance: a ticket is
 * admitted once a day at each entrance that it opens.
 */
const described = {
  name: line(100),
  /** The ticket types that it admits. The default entrance also admits every type that no entrance names. */
  ticketTypeIds: z.array(ticketTypeId).max(100),
  /** Days of the event on which it opens; by default every day on which a ticket is valid. */
  days: z.array(day).min(1).max(60),
  /** In the event's zone; midnight by default. */
  opensAt: clockTime,
  /** Midnight by default. If earlier than `opensAt`, it means the next day: a night that ends at 01:00 is one day. */
  closesAt: clockTime,
  /** How many people it admits per day. */
  capacity: z.int().min(1).max(1_000_000),
}

export const newEntrance = z.strictObject({
  eventId,
  name: described.name,
  ticketTypeIds: described.ticketTypeIds.min(1),
  days: described.days.nullish(),
  opensAt: described.opensAt.nullish(),
  closesAt: described.closesAt.nullish(),
  capacity: described.capacity.nullish(),
})
export type NewEntrance = z.output<typeof newEntrance>

/** Omitted fields stay unchanged; null clears a field. */
export const entranceChange = z.strictObject({
  name: described.name.optional(),
  ticketTypeIds: described.ticketTypeIds.optional(),
  days: described.days.nullish(),
  opensAt: described.opensAt.nullish(),
  closesAt: described.closesAt.nullish(),
  capacity: described.capacity.nullish(),
})
export type EntranceChange = z.output<typeof entranceChange>

export const entrance = z.object({
  id: entranceId,
  eventId,
  name: z.string(),
  /** Every event has one from its creation. */
  isDefault: z.boolean(),
  ticketTypeIds: z.array(ticketTypeId),
  /** All ticket types that it admits now, in the event's order. */
  admits: z.array(z.object({ id: ticketTypeId, code: z.string(), name: z.string() })),
  days: z.array(day).nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  capacity: z.int().nullable(),
  event: z.object({
    title: z.string(),
    status: z.enum(['draft', 'published', 'cancelled']),
    timezone: z.string(),
    days: z.array(day),
  }),
})
export type Entrance = z.output<typeof entrance>

export const listEntrances = endpoint({
  method: 'GET',
  path: '/entrances',
  summary:
    "An event's entrances, the default one first; without an event, the entrances of all events that have not ended",
  actor: ['admin', 'agent', 'key'],
  query: z.object({ eventId: eventId.optional() }),
  status: 200,
  /** `now` is the API's clock, which decides at the door. */
  reply: z.object({ items: z.array(entrance), next: z.null(), now: instant }),
  refusals: ['not_found'],
})

export const createEntrance = endpoint({
  method: 'POST',
  path: '/entrances',
  summary: 'Create an entrance that admits some of the ticket types',
  actor: ['admin', 'key'],
  body: newEntrance,
  status: 201,
  reply: entrance,
  refusals: ['not_found', 'ticket_type_unknown', 'name_taken'],
})

export const changeEntrance = endpoint({
  method: 'PATCH',
  path: '/entrances/{id}',
  summary: 'Change an entrance; earlier admissions stay valid',
  actor: ['admin', 'key'],
  params: z.object({ id: entranceId }),
  body: entranceChange,
  status: 200,
  reply: entrance,
  refusals: ['not_found', 'ticket_type_unknown', 'name_taken'],
})

export const deleteEntrance = endpoint({
  method: 'DELETE',
  path: '/entrances/{id}',
  summary: 'Delete an entrance where nothing has been scanned; its tickets open the default one again',
  actor: ['admin', 'key'],
  params: z.object({ id: entranceId }),
  status: 204,
  reply: z.undefined(),
  refusals: ['not_found', 'entrance_in_use'],
})
