import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { broken } from './faults.ts'
import { eventId, organizationId } from './values/ids.ts'
import { day, instant, timezone } from './values/instant.ts'
import { metadata } from './values/metadata.ts'
import { line, prose } from './values/text.ts'

const status = z.enum(['draft', 'published', 'cancelled'])
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, broken('slug_form'))
  .max(100)
/** The prefix of printed ticket codes: `EBS2026`. */
const code = z.string().regex(/^[A-Z0-9]{2,16}$/, broken('code_form'))

const described = {
  title: line(200),
  description: prose(20_000).optional(),
  category: line(100).optional(),
  isFeatured: z.boolean().optional(),
  isFree: z.boolean().optional(),
  startDateTime: instant,
  endDateTime: instant,
  locationName: line(200).optional(),
  locationAddress: line(300).optional(),
  locationCity: line(100).optional(),
  locationCountry: line(100).optional(),
  locationCoordinates: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  ageRestriction: line(50).optional(),
  featuredImage: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  tags: z.array(line(50)).max(30).optional(),
}

/** An unreadable field has been reported already. */
const endsAfterStart = (event: { startDateTime?: unknown; endDateTime?: unknown }) =>
  !(event.startDateTime instanceof Date && event.endDateTime instanceof Date) ||
  event.endDateTime > event.startDateTime
const endsAfterStartMessage = { ...broken('end_after_start'), path: ['endDateTime'] }

export const newEvent = z
  .object({
    ...described,
    organizationId,
    slug,
    code: code.optional(),
    status: status.default('draft'),
    timezone: timezone.default('Africa/Nairobi'),
    maxAttendees: z.int().min(1).max(1_000_000).optional(),
    /**
     * Makes it a sub-event (a session, a workshop) of this event, which must be of the same organization and include
     * its dates.
     */
    parentEventId: eventId.optional(),
    metadata: metadata.optional(),
  })
  .refine(endsAfterStart, endsAfterStartMessage)
export type NewEvent = z.output<typeof newEvent>

/** Changes the given fields; null clears an optional field. */
export const eventChange = z
  .object({
    title: described.title.optional(),
    slug: slug.optional(),
    /** Can change only until the first ticket is issued: it is printed on tickets. */
    code: code.optional(),
    description: described.description.nullable(),
    category: described.category.nullable(),
    isFeatured: described.isFeatured,
    isFree: described.isFree,
    startDateTime: instant.optional(),
    endDateTime: instant.optional(),
    timezone: timezone.optional(),
    locationName: described.locationName.nullable(),
    locationAddress: described.locationAddress.nullable(),
    locationCity: described.locationCity.nullable(),
    locationCountry: described.locationCountry.nullable(),
    locationCoordinates: described.locationCoordinates.nullable(),
    ageRestriction: described.ageRestriction.nullable(),
    featuredImage: described.featuredImage.nullable(),
    tags: described.tags.nullable(),
    status: z.enum(['draft', 'published']).optional(),
    /** Null removes the cap. */
    maxAttendees: z.int().min(1).max(1_000_000).nullable().optional(),
    parentEventId: eventId.nullable().optional(),
    metadata: metadata.nullable().optional(),
  })
  .refine(endsAfterStart, endsAfterStartMessage)
export type EventChange = z.output<typeof eventChange>

export const event = z.object({
  id: eventId,
  organizationId,
  organizationName: z.string(),
  /** Null unless it is a sub-event. */
  parentEventId: eventId.nullable(),
  slug: z.string(),
  code: z.string(),
  status,
  timezone: z.string(),
  ...described,
  isFeatured: z.boolean(),
  isFree: z.boolean(),
  tags: z.array(z.string()),
  maxAttendees: z.int().nullable(),
  /** The event's calendar days, in its own zone. */
  days: z.array(day),
  metadata: z.record(z.string(), z.unknown()),
  createdAt: instant,
})
export type Event = z.output<typeof event>

export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
}
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
/** A list that is always short: one page, in the format of all lists. */
export const wholeList = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.null() })

export const createEvent = endpoint({
  method: 'POST',
  path: '/events',
  summary: 'Create an event',
  actor: ['admin', 'key'],
  body: newEvent,
  status: 201,
  reply: event,
  refusals: ['not_found', 'code_taken', 'slug_taken'],
})

export const listEvents = endpoint({
  method: 'GET',
  path: '/events',
  summary: "The organization's events, newest first",
  actor: ['admin', 'agent', 'key'],
  query: z.object({ ...page, parentEventId: eventId.optional() }),
  status: 200,
  reply: pageOf(event),
  refusals: [],
})

export const getEvent = endpoint({
  method: 'GET',
  path: '/events/{id}',
  summary: "One of the organization's events",
  actor: ['admin', 'agent', 'key'],
  params: z.object({ id: eventId }),
  status: 200,
  reply: event,
  refusals: ['not_found'],
})

export const changeEvent = endpoint({
  method: 'PATCH',
  path: '/events/{id}',
  summary: 'Change an event',
  actor: ['admin', 'key'],
  params: z.object({ id: eventId }),
  body: eventChange,
  status: 200,
  reply: event,
  refusals: ['not_found', 'code_taken', 'slug_taken', 'already_sold', 'sold_out', 'event_cancelled'],
})

export const cancelEvent = endpoint({
  method: 'POST',
  path: '/events/{id}/cancel',
  summary:
    'Cancel an event: sales, prompts and tickets end, holders are told, and money is owed back. This is final',
  actor: ['admin', 'key'],
  params: z.object({ id: eventId }),
  status: 200,
  reply: event,
  refusals: ['not_found'],
})

export const listPublicEvents = endpoint({
  method: 'GET',
  path: '/events/public',
  summary: 'Published events, soonest first',
  actor: ['public'],
  query: z.object({
    ...page,
    organizationId: organizationId.optional(),
    parentEventId: eventId.optional(),
  }),
  status: 200,
  reply: pageOf(event),
  refusals: [],
})

export const getPublicEvent = endpoint({
  method: 'GET',
  path: '/events/public/{idOrSlug}',
  summary: 'A published or cancelled event by id or slug',
  actor: ['public'],
  params: z.object({ idOrSlug: z.string().min(1).max(120) }),
  /**
   * Slugs are unique within an organization only; without an organization, the event that was created first is found.
   */
  query: z.object({ organizationId: organizationId.optional() }),
  status: 200,
  reply: event,
  refusals: ['not_found'],
})
