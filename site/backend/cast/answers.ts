import type { WireReply } from '@event-sphere/contract/endpoint'
import type { RefusalCode } from '@event-sphere/contract/refusals'
import type { getWebhook } from '@event-sphere/contract/webhooks'
import {
  aPayment,
  aPurchase,
  aTicket,
  newId,
  organizationId,
  type WireEvent,
  type WirePayment,
  type WirePurchase,
  type WireTicketType,
  type WireUser,
} from './world.ts'

/** The state of the pretended Ticketing API; tests may change it. */
export interface World {
  event: WireEvent
  ticketTypes: WireTicketType[]
  purchases: WirePurchase[]
  payments: WirePayment[]
  /** Access tokens that still work. */
  alive: Set<string>
  /** Every call received: "POST /auth/refresh". */
  calls: string[]
  /** The visitors on whose behalf the site called: network and browser. */
  visitors: { network: string | undefined; browser: string | undefined }[]
  /** Answers that break the contract: each fails the test. */
  lies: string[]
  /** The items of each order, in turn. */
  ordered: unknown[]
  /** Sent with each refusal. */
  facts: object
  /** Allows refusals that the contract does not list for a call, to test how the site would show them. */
  refusesAnything: boolean
  /** The roles of every user. */
  roles: WireUser['roles']
  /** The webhooks that the site created, with their secrets. */
  webhooks: PretendWebhook[]
  /** Decides first: a refusal, silence, or undefined for the usual answer. */
  mood: (call: string) => RefusalCode | 'silent' | undefined
}

export type PretendWebhook = WireReply<typeof getWebhook> & { secret: string }

export interface Heard {
  call: string
  path: string[]
  body: Record<string, unknown>
  token: string
}

export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** The reply that the contract describes. */
export function replyTo(world: World, heard: Heard): unknown {
  const [room = '', second = '', third = ''] = heard.path
  if (room === 'events')
    return second === 'public' && third ? findEvent(world, third) : { items: listed(world), next: null }
  if (room === 'ticket-types') return { items: world.ticketTypes, next: null }
  if (room === 'organizations') return anOrganization
  if (room === 'auth') return auth(world, heard)
  if (room === 'webhooks') return webhooks(world, heard)
  if (!world.alive.has(heard.token)) throw new Refused('token_expired')
  if (room === 'tickets') return png
  return room === 'purchases' ? purchases(world, heard) : payments(world, heard)
}

/** A cancelled event keeps its page but is not listed. */
const listed = ({ event }: World) => (event.status === 'published' ? [event] : [])

function findEvent({ event }: World, idOrSlug: string): WireEvent {
  if (event.id === idOrSlug || event.slug === idOrSlug) return event
  throw new Refused('not_found')
}

function webhooks({ webhooks: all }: World, { call, path, body }: Heard): unknown {
  if (call === 'GET /webhooks') return { items: all, next: null }
  if (call === 'POST /webhooks') {
    const usual = {
      id: newId('webhook'),
      description: null,
      status: 'active',
      createdAt: new Date().toISOString(),
    }
    all.push({ ...usual, disabledBecause: null, failingSince: null, ...body } as PretendWebhook)
    return all.at(-1)
  }
  const webhook = all.find(({ id }) => id === path[1])
  if (!webhook) throw new Refused('not_found')
  Object.assign(webhook, body, body.status === 'active' && { disabledBecause: null })
  return path[2] === 'rotate-secret' ? { secret: webhook.secret, previousUntil: null } : webhook
}

function auth(world: World, { call, body, token }: Heard): unknown {
  switch (call) {
    case 'POST /auth/register':
      return grant(world, String(body.email))
    case 'POST /auth/login':
      if (body.password !== 'correct horse') throw new Refused('wrong_credentials')
      return grant(world, String(body.email))
    case 'POST /auth/refresh':
    case 'POST /auth/email-link/redeem':
      return grant(world, 'akinyi@example.com')
    case 'PATCH /auth/me':
      if (!world.alive.has(token)) throw new Refused('token_expired')
      return { ...aUser('akinyi@example.com'), ...body }
    case 'POST /auth/logout':
      return undefined
    default:
      return { sent: true }
  }
}

function purchases(world: World, { call, path, body }: Heard): unknown {
  if (call === 'GET /purchases/my-purchases') return { items: world.purchases, next: null }
  if (call === 'POST /purchases') {
    const items = body.items as { ticketTypeId: string }[]
    world.ordered.push(items)
    const wanted = world.ticketTypes.filter((type) => items.some((item) => item.ticketTypeId === type.id))
    if (wanted.some((type) => ownedOf(world, type) >= type.maxPerPerson)) throw new Refused('limit_reached')
    world.purchases.unshift(aPurchase(wanted))
    return world.purchases[0]
  }
  const purchase = world.purchases.find(({ id }) => id === path[1])
  if (!purchase) throw new Refused('not_found')
  if (path[2] === 'cancel') purchase.status = 'cancelled'
  const attempts = world.payments.filter((payment) => payment.purchaseId === purchase.id)
  return path[2] === 'payments' ? { items: attempts, next: null } : purchase
}

function payments(world: World, { call, path, body }: Heard): unknown {
  if (call === 'POST /payments/mpesa/stk-push') {
    const purchase = world.purchases.find(({ id }) => id === body.purchaseId)
    if (!purchase) throw new Refused('not_found')
    if (!/^[+\d\s]{9,}$/.test(String(body.phoneNumber))) throw new Refused('phone_invalid')
    world.payments.unshift(aPayment(purchase))
    return world.payments[0]
  }
  const payment = world.payments.find(({ paymentId }) => paymentId === path[3])
  if (!payment) throw new Refused('not_found')
  return payment
}

function ownedOf({ purchases }: World, { id }: WireTicketType): number {
  return purchases.flatMap(({ tickets }) => tickets).filter(({ ticketTypeId }) => ticketTypeId === id).length
}

/** The payment succeeds. */
export function pay(world: World): void {
  const payment = world.payments[0]
  const purchase = world.purchases.find(({ id }) => id === payment?.purchaseId)
  if (!payment || !purchase) throw new Error('no payment is open')
  const now = new Date().toISOString()
  Object.assign(payment, {
    status: 'completed',
    purchaseStatus: 'completed',
    nextStep: 'see_tickets',
    receipt: 'SGR7QK2M4X',
    paidAmount: payment.amount,
    paidAt: now,
  })
  const types = world.ticketTypes.filter((type) =>
    purchase.items.some((item) => item.ticketTypeId === type.id),
  )
  Object.assign(purchase, {
    status: 'completed',
    completedAt: now,
    paidAmount: purchase.totalAmount,
    tickets: types.map((type) => aTicket(type, purchase.id)),
  })
}

function grant(world: World, email: string) {
  const access = newId('access')
  world.alive.add(access)
  return {
    user: { ...aUser(email), roles: world.roles },
    access_token: access,
    refresh_token: newId('refresh'),
    token_type: 'Bearer',
    expires_in: 900,
  }
}

const aUser = (email: string): WireUser => ({
  id: newId('user'),
  email,
  firstName: null,
  lastName: null,
  phone: null,
  roles: ['customer'],
  organizationId: null,
  isActive: true,
  hasPassword: false,
  createdAt: '2026-11-01T00:00:00.000Z',
})

const anOrganization = {
  id: organizationId,
  name: 'KNCCI Uasin Gishu',
  email: 'events@kncci.example',
  status: 'active',
  createdAt: '2026-11-01T00:00:00.000Z',
}

/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==',
  'base64',
)
