import type { WireReply } from '@event-sphere/contract/endpoint'
import { type getPaymentStatus, listPurchasePayments } from '@event-sphere/contract/payments'
import { getPurchase } from '@event-sphere/contract/purchases'
import { data, redirect } from 'react-router'
import type { WireEvent } from '../../../backend/event-cache/event-cache.ts'
import type { Site } from '../../../backend/site.ts'
import { replyOf, requireUser } from '../../forms.ts'
import { findEventAfresh } from '../find-event.ts'

export type WirePayment = WireReply<typeof getPaymentStatus>
export type PaidFor = WireReply<typeof getPurchase>

/** Returns one of the signed-in person's purchases. */
export async function getOwnPurchase(site: Site, request: Request, purchaseId: string): Promise<PaidFor> {
  checkAsked(site, request, purchaseId)
  const answer = await site.ticketing.call(getPurchase, { params: { id: purchaseId }, isMinimal: true })
  return replyOf(answer, request)
}

/**
 * A purchase to be paid and its payment attempts, newest first; if it is paid, redirects to the tickets. The purchase
 * is read last: money may arrive between the two reads, and a payment newer than its purchase would look like a
 * failure.
 */
export async function getUnpaidPurchase(
  site: Site,
  request: Request,
  purchaseId: string,
): Promise<{ purchase: PaidFor; payments: WirePayment[] }> {
  const payments = await listPayments(site, request, purchaseId)
  const purchase = await getOwnPurchase(site, request, purchaseId)
  if (purchase.status === 'completed') throw redirect('/tickets?paid=1', 303)
  return { purchase, payments }
}

/** Every payment attempt of the person's purchase, newest first. */
export async function listPayments(site: Site, request: Request, purchaseId: string): Promise<WirePayment[]> {
  checkAsked(site, request, purchaseId)
  const answer = await site.ticketing.call(listPurchasePayments, { params: { id: purchaseId } })
  return replyOf(answer, request).items
}

export interface EventOfPurchase {
  slug: string
  /** Eldoret's if the event is not available. */
  timezone: string
  /** The event was cancelled. */
  isCancelled: boolean
}

/** The event that a purchase is for. A cancelled purchase may be the first sign that the event was cancelled. */
export async function findEventOf(
  site: Site,
  { eventId, status }: Pick<PaidFor, 'eventId' | 'status'>,
): Promise<EventOfPurchase> {
  const event = await findEventAfresh(site.cache, eventId, status === 'cancelled' || status === 'owed_back')
  return {
    slug: event?.slug ?? '',
    timezone: event?.timezone ?? 'Africa/Nairobi',
    isCancelled: event?.status === 'cancelled',
  }
}

function checkAsked(site: Site, request: Request, purchaseId: string): void {
  requireUser(site, request)
  if (!/^purchase_[0-9a-f]{32}$/.test(purchaseId)) throw data({ code: 'not_found' }, { status: 404 })
}

/** The whole event; undefined if it is not available. */
export async function findWholeEvent(site: Site, eventId: string): Promise<WireEvent | undefined> {
  const found = await site.cache.findEvent(eventId).catch(() => undefined)
  return found?.value
}
