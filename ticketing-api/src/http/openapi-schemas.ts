import { session, user } from '@event-sphere/contract/auth'
import { cart } from '@event-sphere/contract/cart'
import { scan } from '@event-sphere/contract/check-in'
import { event } from '@event-sphere/contract/events'
import { organization } from '@event-sphere/contract/organizations'
import { paymentStatus } from '@event-sphere/contract/payments'
import { problem } from '@event-sphere/contract/problem'
import { purchase } from '@event-sphere/contract/purchases'
import { publicTicketType, ticketType } from '@event-sphere/contract/ticket-types'
import { ticket } from '@event-sphere/contract/tickets'
import { z } from 'zod'

/** What a generated client gives a type of its own. */
const nouns: Record<string, z.ZodType> = {
  ...{ Organization: organization, User: user, Session: session, Event: event },
  ...{ TicketType: ticketType, PublicTicketType: publicTicketType, Cart: cart, Purchase: purchase },
  ...{ Payment: paymentStatus, Ticket: ticket, Scan: scan, Problem: problem },
}

const named = z.registry<{ id: string }>()
for (const [id, shape] of Object.entries(nouns)) named.add(shape, { id })

type JsonSchema = z.core.JSONSchema.JSONSchema

/** A shape as a client sends or gets it; nouns are named and not written out again. */
export function onTheWire(shape: z.ZodType): JsonSchema {
  const noun = named.get(shape)
  return noun ? { $ref: refTo(noun.id) } : writtenOut(shape)
}

export const nounsOnTheWire = (): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(nouns).map(([name, shape]) => [name, writtenOut(shape, name)]))

/** A noun itself stands among the definitions that its description refers to. */
function writtenOut(shape: z.ZodType, name = ''): JsonSchema {
  const said = z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
    metadata: named as unknown as typeof z.globalRegistry,
  })
  // OpenAPI 3.1 says the dialect once, for the whole document, and keeps definitions in one place.
  const { $schema, $defs = {}, ...whole } = said
  const { id, ...schema } = $defs[name] ?? whole
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/')) as JsonSchema
}

const refTo = (name: string) => `#/components/schemas/${name}`
