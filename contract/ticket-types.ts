import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { wholeList } from './events.ts'
import { broken } from './faults.ts'
import { eventId, ticketTypeId } from './values/ids.ts'
import { day, instant } from './values/instant.ts'
import { isKeepable, notKeepable } from './values/metadata.ts'
import { currency, money } from './values/money.ts'
import { line, prose } from './values/text.ts'

const code = z.string().regex(/^[A-Z0-9]{1,12}$/, broken('code_form'))

/**
 * An open JSON object that is stored and returned. These flags in it also set fields: `requiresGeneralAdmission` sets
 * `requires`, `galaDate` sets `admitsOn`, and `bundle: true` reads `includes`, which names ticket types of the event by
 * id, by code or by their name in snake_case (`general_admission`).
 */
const metadata = z
  .looseObject({
    requiresGeneralAdmission: z.boolean().optional(),
    galaDate: day.optional(),
    bundle: z.boolean().optional(),
    includes: z.array(z.string().max(200)).max(20).optional(),
  })
  .refine(isKeepable, notKeepable)

/** The default limit per purchase and per person. */
export const defaultLimit = 10

const sold = {
  name: line(200),
  description: prose(5000).optional(),
  price: money,
  saleStartDate: instant.optional(),
  saleEndDate: instant.optional(),
  isActive: z.boolean().default(true),
  benefits: z.array(line(300)).max(50).default([]),
  maxPerPurchase: z.int().min(1).max(100).default(defaultLimit),
  /** How many tickets one person may own or have waiting, over all purchases. */
  maxPerPerson: z.int().min(1).max(1000).default(defaultLimit),
}

const isBundle = ({
  includes,
  metadata,
}: {
  includes?: unknown
  metadata?: { bundle?: unknown } | undefined
}) => includes !== undefined || metadata?.bundle === true

export const newTicketType = z
  .object({
    /** Optional for a bundle: its event is that of the included types. */
    eventId: eventId.optional(),
    ...sold,
    code: code.optional(),
    /** Optional for a bundle: it then has no stock of its own and draws on that of the included types. */
    quantity: z.int().min(1).max(1_000_000).optional(),
    /** Accepted for compatibility and ignored: nothing of a new type has been sold. */
    remaining: z.int().optional(),
    requires: z.array(ticketTypeId).max(20).optional(),
    /** Makes it a bundle: one ticket of each of these types of the same event, at one price. */
    includes: z.array(ticketTypeId).min(1).max(20).optional(),
    /** Days on which it admits; by default every day of the event. A bundle has the days of its included types. */
    admitsOn: z.array(day).max(60).optional(),
    metadata: metadata.optional(),
  })
  .refine((type) => type.eventId !== undefined || isBundle(type), {
    ...broken('event_needed'),
    path: ['eventId'],
  })
  .refine((type) => type.quantity !== undefined || isBundle(type), {
    ...broken('quantity_needed'),
    path: ['quantity'],
  })
  .refine((type) => type.admitsOn === undefined || !isBundle(type), {
    ...broken('bundle_days'),
    path: ['admitsOn'],
  })
export type NewTicketType = z.output<typeof newTicketType>

/** Changes the given fields; null clears an optional field or restores its default. */
export const ticketTypeChange = z.object({
  name: sold.name.optional(),
  /** Can change only until the first ticket is sold or held: it is printed on tickets. */
  code: code.optional(),
  description: sold.description.nullable(),
  price: money.optional(),
  saleStartDate: instant.nullable().optional(),
  saleEndDate: instant.nullable().optional(),
  isActive: z.boolean().optional(),
  benefits: z.array(line(300)).max(50).nullable().optional(),
  quantity: z.int().min(1).max(1_000_000).optional(),
  maxPerPurchase: z.int().min(1).max(100).nullable().optional(),
  maxPerPerson: z.int().min(1).max(1000).nullable().optional(),
  /** Which stock a type draws on can change only until the first ticket is sold or held. */
  requires: z.array(ticketTypeId).max(20).nullable().optional(),
  includes: z.array(ticketTypeId).min(1).max(20).optional(),
  /** Null means every day of the event. */
  admitsOn: z.array(day).max(60).nullable().optional(),
  metadata: metadata.nullable().optional(),
})
export type TicketTypeChange = z.output<typeof ticketTypeChange>

/** `paused`: the organization is suspended. */
export const saleState = z.enum(['not_started', 'on_sale', 'few_left', 'sold_out', 'ended', 'paused'])
export type SaleState = z.output<typeof saleState>

const shown = {
  id: ticketTypeId,
  eventId,
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  price: money,
  currency,
  saleState,
  saleStartDate: instant.nullable(),
  saleEndDate: instant.nullable(),
  /** How many can be bought now; seats held by others are already subtracted. */
  remaining: z.int(),
  benefits: z.array(z.string()),
  requires: z.array(ticketTypeId),
  /** For a bundle, its included types; empty for every other type. */
  includes: z.array(ticketTypeId),
  admitsOn: z.array(day),
  maxPerPurchase: z.int(),
  maxPerPerson: z.int(),
  metadata: z.record(z.string(), z.unknown()),
}

export const publicTicketType = z.object(shown)
export type PublicTicketType = z.output<typeof publicTicketType>

export const ticketType = z.object({
  ...shown,
  isActive: z.boolean(),
  /** Null for a bundle without a stock of its own. */
  quantity: z.int().nullable(),
  /** Tickets issued and seats held, as counted by its own quota. */
  taken: z.int().nullable(),
})
export type TicketType = z.output<typeof ticketType>

export const createTicketType = endpoint({
  method: 'POST',
  path: '/ticket-types',
  summary: 'Create a ticket type with a quota of its own, or a bundle of others',
  actor: ['admin', 'key'],
  body: newTicketType,
  status: 201,
  reply: ticketType,
  refusals: ['not_found', 'code_taken', 'ticket_type_unknown'],
})

export const changeTicketType = endpoint({
  method: 'PATCH',
  path: '/ticket-types/{id}',
  summary: 'Change a ticket type; its quantity never falls below what is taken',
  actor: ['admin', 'key'],
  params: z.object({ id: ticketTypeId }),
  body: ticketTypeChange,
  status: 200,
  reply: ticketType,
  refusals: ['not_found', 'code_taken', 'ticket_type_unknown', 'already_sold', 'sold_out'],
})

export const listTicketTypes = endpoint({
  method: 'GET',
  path: '/ticket-types/event/{eventId}',
  summary: "An event's ticket types, including hidden ones",
  actor: ['admin', 'agent', 'key'],
  params: z.object({ eventId }),
  status: 200,
  reply: wholeList(ticketType),
  refusals: ['not_found'],
})

export const listPublicTicketTypes = endpoint({
  method: 'GET',
  path: '/ticket-types/event/{eventId}/public',
  summary: 'The ticket types on sale, their prices, and how many are left',
  actor: ['public'],
  params: z.object({ eventId }),
  status: 200,
  reply: wholeList(publicTicketType),
  refusals: ['not_found'],
})
