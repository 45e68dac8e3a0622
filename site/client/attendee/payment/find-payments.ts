import type { WireReply } from '@event-sphere/contract/endpoint'
import { type getPaymentStatus, listPurchasePayments } from '@event-sphere/contract/payments'
import { getPurchase } from '@event-sphere/contract/purchases'
import { data, redirect } from 'react-router'
import type { WireEvent } from '../../../backend/event-cache/event-cache.ts'
import type { Site } from '../../../backend/site.ts'
import { replyOf, requireUser } from '../../forms.ts'

export type WirePayment = WireReply<typeof getPaymentStatus>
export type PaidFor = WireReply<typeof getPurchase>

/** One's own purchase. */
export async function getOwnPurchase(site: Site, request: Request, purchaseId: string): Promise<PaidFor> {
  requireUser(site, request)
  if (!/^purchase_[0-9a-f]{32}$/.test(purchaseId)) throw data({ code: 'not_found' }, { status: 404 })
  const answer = await site.ticketing.call(getPurchase, { params: { id: purchaseId }, isMinimal: true })
  return replyOf(answer, request)
}

/** The same, to be paid. Whoever has paid already is taken to the tickets. */
export async function getUnpaidPurchase(site: Site, request: Request, purchaseId: string): Promise<PaidFor> {
  const purchase = await getOwnPurchase(site, request, purchaseId)
  if (purchase.status === 'completed') throw redirect('/tickets?paid=1', 303)
  return purchase
}

/** Every attempt to pay it, newest first. */
export async function listPayments(site: Site, request: Request, purchaseId: string): Promise<WirePayment[]> {
  const answer = await site.ticketing.call(listPurchasePayments, { params: { id: purchaseId } })
  return replyOf(answer, request).items
}

/** The event that a purchase is for: its name in addresses, and its zone; Eldoret's, while it cannot be asked for. */
export async function findEventOf(site: Site, eventId: string): Promise<{ slug: string; timezone: string }> {
  const event = await findWholeEvent(site, eventId)
  return { slug: event?.slug ?? '', timezone: event?.timezone ?? 'Africa/Nairobi' }
}

/** All that is known of it; nothing while it cannot be asked for. */
export async function findWholeEvent(site: Site, eventId: string): Promise<WireEvent | undefined> {
  const found = await site.cache.findEvent(eventId).catch(() => undefined)
  return found?.value
}
