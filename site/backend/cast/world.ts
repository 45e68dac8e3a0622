import { randomBytes } from 'node:crypto'
import type { getMe } from '@event-sphere/contract/auth'
import type { WireReply } from '@event-sphere/contract/endpoint'
import type { getPublicEvent } from '@event-sphere/contract/events'
import type { getPaymentStatus } from '@event-sphere/contract/payments'
import type { getPurchase } from '@event-sphere/contract/purchases'
import type { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'

export type WireEvent = WireReply<typeof getPublicEvent>
export type WireTicketType = WireReply<typeof listPublicTicketTypes>['items'][number]
export type WirePurchase = WireReply<typeof getPurchase>
export type WireUser = WireReply<typeof getMe>
export type WirePayment = WireReply<typeof getPaymentStatus>

export const newId = (noun: string): string => `${noun}_${randomBytes(16).toString('hex')}`

export const organizationId = newId('org')
export const ids = { event: newId('event'), general: newId('ticket_type'), gala: newId('ticket_type') }

export const aSummit = (change: Partial<WireEvent> = {}): WireEvent => ({
  id: ids.event,
  organizationId,
  organizationName: 'KNCCI Uasin Gishu',
  slug: 'eldoret-business-summit-2026',
  code: 'EBS2026',
  status: 'published',
  timezone: 'Africa/Nairobi',
  title: 'Eldoret International Business Summit',
  description: 'Three days of talks, workshops and exhibitions in the North Rift.',
  startDateTime: '2027-07-15T05:00:00.000Z',
  endDateTime: '2027-07-17T15:00:00.000Z',
  locationName: 'Eldoret Sports Club',
  locationAddress: 'Eldoret, Kenya',
  locationCity: 'Eldoret',
  locationCountry: 'Kenya',
  locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
  isFeatured: true,
  isFree: false,
  tags: ['business'],
  maxAttendees: 2000,
  days: ['2027-07-15', '2027-07-16', '2027-07-17'],
  parentEventId: null,
  metadata: {},
  createdAt: '2026-11-01T00:00:00.000Z',
  ...change,
})

export const generalAdmission = (change: Partial<WireTicketType> = {}): WireTicketType => ({
  id: ids.general,
  eventId: ids.event,
  code: 'GA',
  name: 'General Admission',
  description: 'Access to all summit sessions, workshops, and exhibitions',
  price: 0,
  currency: 'KES',
  saleState: 'on_sale',
  saleStartDate: '2026-02-01T00:00:00.000Z',
  saleEndDate: '2027-07-14T20:59:59.000Z',
  remaining: 1843,
  benefits: ['Access to all 3 days of the summit', 'Exhibition hall access', 'Certificate of attendance'],
  requires: [],
  admitsOn: ['2027-07-15', '2027-07-16', '2027-07-17'],
  maxPerPurchase: 10,
  includes: [],
  maxPerPerson: 1,
  metadata: {},
  ...change,
})

export const galaNight = (change: Partial<WireTicketType> = {}): WireTicketType => ({
  ...generalAdmission(),
  id: ids.gala,
  code: 'GALA',
  name: 'Gala Night Access',
  description: 'Gala dinner and awards ceremony',
  price: 1500,
  remaining: 412,
  benefits: ['Gala dinner', 'Awards ceremony'],
  requires: [ids.general],
  admitsOn: ['2027-07-16'],
  ...change,
})

export function aTicket(type: WireTicketType, purchaseId: string): WirePurchase['tickets'][number] {
  return {
    id: newId('ticket'),
    ticketCode: `EBS2026-${type.code}-000012`,
    typedCode: '7K3MPQ9X2A',
    status: 'valid',
    holderName: null,
    eventId: type.eventId,
    ticketTypeId: type.id,
    purchaseId,
    admitsOn: type.admitsOn,
    issuedAt: new Date().toISOString(),
  }
}

export function aPurchase(types: WireTicketType[], change: Partial<WirePurchase> = {}): WirePurchase {
  const id = newId('purchase')
  const total = types.reduce((sum, type) => sum + type.price, 0)
  const isFree = total === 0
  return {
    id,
    purchaseId: id,
    eventId: ids.event,
    status: isFree ? 'completed' : 'pending_payment',
    items: types.map((type) => ({
      ticketTypeId: type.id,
      name: type.name,
      quantity: 1,
      unitPrice: type.price,
      amount: type.price,
    })),
    totalAmount: total,
    paidAmount: 0,
    currency: 'KES',
    account: 'ES7QK2M4',
    buyer: { email: 'akinyi@example.com', firstName: null, lastName: null, phone: null },
    createdAt: new Date().toISOString(),
    expiresAt: isFree ? null : new Date(Date.now() + 30 * 60_000).toISOString(),
    completedAt: isFree ? new Date().toISOString() : null,
    tickets: isFree ? types.map((type) => aTicket(type, id)) : [],
    ...(!isFree && {
      paymentInstructions: {
        method: 'mpesa' as const,
      },
    }),
    ...change,
  }
}

export function aPayment(purchase: WirePurchase, change: Partial<WirePayment> = {}): WirePayment {
  return {
    paymentId: newId('payment'),
    purchaseId: purchase.id,
    checkoutRequestId: 'ws_CO_1',
    status: 'pending',
    purchaseStatus: purchase.status,
    resultCode: null,
    message: 'M-Pesa has asked your phone for the PIN.',
    nextStep: 'wait',
    warning: null,
    retryAt: null,
    amount: purchase.totalAmount,
    currency: 'KES',
    phoneMasked: '+2547•••••678',
    receipt: null,
    promptedAt: new Date().toISOString(),
    paidAmount: null,
    paidAt: null,
    ...change,
  }
}
