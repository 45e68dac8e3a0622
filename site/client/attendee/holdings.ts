import type { WireReply } from '@event-sphere/contract/endpoint'
import { listMyPurchases } from '@event-sphere/contract/purchases'
import type { Site } from '../../backend/site.ts'
import { type Ask, replyOf } from '../forms.ts'
import type { Counts } from './offers.ts'

export type WirePurchase = WireReply<typeof listMyPurchases>['items'][number]
export type WireTicket = WirePurchase['tickets'][number]

/** What the signed-in person has at an event. */
export interface Holdings {
  /** Ticket types of the person's valid tickets. */
  ticketTypeIds: string[]
  counts: Counts
  /** Unpaid purchases whose seats are held. */
  pending: WirePurchase[]
  /** A ticket was cancelled, which happens only together with its event. */
  isCancelled: boolean
}

export const nothing: Holdings = { ticketTypeIds: [], counts: {}, pending: [], isCancelled: false }

export function readHoldings(purchases: WirePurchase[], eventId: string): Holdings {
  const own = purchases.filter((purchase) => purchase.eventId === eventId)
  const all = own.flatMap((purchase) => purchase.tickets)
  const tickets = all.filter((ticket) => ticket.status === 'valid')
  const counts: Counts = {}
  for (const { ticketTypeId } of tickets) counts[ticketTypeId] = (counts[ticketTypeId] ?? 0) + 1
  return {
    ticketTypeIds: Object.keys(counts),
    counts,
    pending: own.filter((purchase) => purchase.status === 'pending_payment'),
    isCancelled: all.some((ticket) => ticket.status === 'cancelled'),
  }
}

/**
 * Whether registering again under another address is safe: no money has come in and none is being requested. A free
 * ticket under a wrong address is no loss; a paid one would be.
 */
export const isWithoutMoney = (purchases: WirePurchase[]): boolean =>
  purchases.every(({ status, paidAmount }) => paidAmount === 0 && status !== 'pending_payment')

export const askForPurchases = (site: Site, eventId?: string): Promise<Ask<{ items: WirePurchase[] }>> =>
  site.ticketing.call(listMyPurchases, {
    query: { limit: 200, ...(eventId && { eventId }) },
    isMinimal: true,
  })

/** @throws the page to show instead if the API refuses or is unavailable. */
export async function listPurchases(site: Site, request: Request, eventId?: string): Promise<WirePurchase[]> {
  return replyOf(await askForPurchases(site, eventId), request).items
}

/** For pages that work without it: empty if nobody is signed in or the API does not answer. */
export async function findHoldings(site: Site, eventId: string): Promise<Holdings> {
  if (!site.session.user) return nothing
  const answer = await askForPurchases(site, eventId)
  return answer.ok ? readHoldings(answer.reply.items, eventId) : nothing
}
