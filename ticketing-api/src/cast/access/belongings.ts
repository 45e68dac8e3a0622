import * as cart from '@event-sphere/contract/cart'
import { scanTicket } from '@event-sphere/contract/check-in'
import { createEntrance } from '@event-sphere/contract/entrances'
import { changeEvent, createEvent } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { createApiKey } from '@event-sphere/contract/organizations'
import { stkPush } from '@event-sphere/contract/payments'
import { placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import { createWebhook, listDeliveries } from '@event-sphere/contract/webhooks'
import { newUuid } from '@event-sphere/kit/ids'
import { raiseMatter } from '../../matters/raise-matter.ts'
import { handOut } from '../../webhooks/hand-out.ts'
import type { CallTestApi } from '../call-api.ts'
import type { TestApi } from '../start-api.ts'
import type { Member } from './callers.ts'
import type { Noun } from './nouns.ts'

/** Something that a call can name. */
export interface Thing {
  noun: Noun
  id: string
  /** What stands for it where not its id does. */
  otherwise?: Record<string, string>
  /** Fields that it is meant for, if it is not the usual one of its noun. */
  fields?: readonly string[]
}

let made = 0

/** Everything that a call can name, made for one caller: what it bought itself, and what its organization has. */
export async function makeBelongings(unsure: TestApi, caller: Member, phone: string): Promise<Thing[]> {
  const api = { ...unsure, call: orThrow(unsure.call) }
  const { as, home } = caller
  const event = await anEvent(api, caller)
  const parent = await anEvent(api, caller)
  const draft = await anEvent(api, caller, 'draft')
  const door = async (name: string) => {
    const body = { eventId: event.id, name, ticketTypeIds: [event.other] }
    return (await api.call(createEntrance, { as: home.admin, body })).body.id
  }
  const { body: key } = await api.call(createApiKey, {
    ...{ as: home.admin, params: { id: home.id }, body: { name: 'spare' } },
  })
  const buy = async (eventId: string, ticketTypeId: string) => {
    const buyer = caller.userId ? {} : { buyer: { email: `buyer${made}@example.com` } }
    const body = { eventId, items: [{ ticketTypeId, quantity: 1 }], ...buyer }
    return (await api.call(placePurchase, { as, body })).body
  }
  const bought = await buy(event.id, event.free)
  const [ticket] = bought.tickets
  const [waiting, unpaid, prompted] = [
    await buy(event.id, event.priced),
    await buy(parent.id, parent.priced),
    await buy(parent.id, parent.pricey),
  ]
  const { body: payment } = await api.call(stkPush, {
    as,
    body: { purchaseId: prompted.id, phoneNumber: phone },
  })
  return [
    { noun: 'organization', id: home.id },
    { noun: 'event', id: event.id },
    { noun: 'ticketType', id: event.free },
    { noun: 'event', id: parent.id, fields: ['parentEventId'] },
    { noun: 'ticketType', id: event.other, fields: ['requires', 'includes'] },
    { noun: 'event', id: draft.id, fields: ['draft'] },
    { noun: 'ticketType', id: draft.free, fields: ['draft'] },
    { noun: 'entrance', id: await door('Side gate') },
    { noun: 'entrance', id: await door('Back gate'), fields: ['entranceId'] },
    { noun: 'apiKey', id: key.id },
    { noun: 'matter', id: await aMatter(api, caller) },
    { noun: 'purchase', id: waiting.id },
    { noun: 'purchase', id: unpaid.id, fields: ['purchaseId'] },
    { noun: 'ticket', id: ticket?.id ?? '', otherwise: { ticketCode: ticket?.qrToken ?? '' } },
    {
      noun: 'payment',
      id: payment.paymentId,
      otherwise: { checkoutRequestId: payment.checkoutRequestId ?? '' },
    },
    ...(await aWebhook(api, caller, event.id)),
    { noun: 'cart', id: await aCart(api, caller, [event.free, event.other]) },
    ...(await scansOf(api, caller, ticket?.qrToken ?? '')),
  ]
}

/** What cannot be made would leave cells that prove nothing. */
const orThrow =
  (call: CallTestApi): CallTestApi =>
  async (endpoint, asked) => {
    const answer = await call(endpoint, asked)
    if (answer.status >= 400) throw new Error(`${endpoint.method} ${endpoint.path}: ${answer.text}`)
    return answer
  }

async function anEvent(
  api: TestApi,
  { home: { id: organizationId, admin: as } }: Member,
  status = 'published',
) {
  made += 1
  const { body: event } = await api.call(createEvent, {
    as,
    body: {
      ...{ organizationId, status, title: `Fair ${made}`, slug: `fair-${made}`, code: `FAIR${made}` },
      ...{ startDateTime: '2026-07-14T08:00:00+03:00', endDateTime: '2026-07-18T18:00:00+03:00' },
    },
  })
  const type = async (code: string, price: number) => {
    const body = { eventId: event.id, name: code, code, price, quantity: 100 }
    return (await api.call(createTicketType, { as, body })).body.id
  }
  const [free, other] = [await type('FREE', 0), await type('OTHER', 0)]
  return { id: event.id, free, other, priced: await type('PRICED', 100), pricey: await type('PRICEY', 200) }
}

async function aMatter(api: TestApi, { organizationId }: Member): Promise<string> {
  const subjectId = newUuid()
  await api.ctx.database.transaction((tx) =>
    raiseMatter(tx, {
      ...{ kind: 'dead_job', subject: 'queue', subjectId },
      organizationId: organizationId as OrganizationId | null,
    }),
  )
  const { body } = await api.call(listMatters, { as: api.platform, query: { limit: '200' } })
  return body.items.find((matter) => matter.subjectId === subjectId)?.id ?? ''
}

/** One that has been told of something. */
async function aWebhook(api: TestApi, { home: { admin: as } }: Member, eventId: string): Promise<Thing[]> {
  made += 1
  const body = { url: `https://own${made}.example.com/`, types: ['event.updated' as const] }
  const { id } = (await api.call(createWebhook, { as, body })).body
  await api.call(changeEvent, { as, params: { id: eventId }, body: { category: 'Fair' } })
  await handOut(api.ctx)
  const [delivery] = (await api.call(listDeliveries, { as, params: { id } })).body.items
  return [
    { noun: 'webhook', id },
    { noun: 'delivery', id: delivery?.id ?? '' },
  ]
}

async function aCart(api: TestApi, { as }: Member, [first = '', ...others]: string[]): Promise<string> {
  const { body } = await api.call(cart.addToCart, { as, body: { ticketTypeId: first } })
  for (const ticketTypeId of others) {
    // A person has one cart; a key says which of its guests' it is.
    await api.call(cart.addToCart, { as, body: { ticketTypeId, cartId: body.id } })
  }
  return body.id ?? ''
}

/** Whoever works at doors has scanned something. */
async function scansOf(api: TestApi, { as, kinds }: Member, ticketCode: string): Promise<Thing[]> {
  if (!kinds.some((kind) => kind === 'agent' || kind === 'admin')) return []
  const { body } = await api.call(scanTicket, { as, body: { ticketCode, checkInLocation: 'Main' } })
  return [{ noun: 'scan', id: body.scanId }]
}
