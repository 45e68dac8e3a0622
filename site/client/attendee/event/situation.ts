import { admissionOf, type Counts, choicesFor, isOnSale } from '../offers.ts'
import type { SeenEvent } from './seen-event.ts'

/** A visitor's situation at an event; each one has one next step. */
export type Situation =
  | 'cancelled'
  | 'over'
  | 'registered'
  | 'payment_pending'
  | 'open'
  | 'not_started'
  | 'sold_out'
  | 'paused'
  | 'closed'

/** Why nothing of an event can be ordered now; undefined if something can. */
export type ReasonKey =
  | 'event.cancelled'
  | 'event.over'
  | 'event.notStarted'
  | 'event.soldOut'
  | 'event.paused'
  | 'event.closed'

export function whyNotOnSale(
  { event, ticketTypes, now }: Pick<SeenEvent, 'event' | 'ticketTypes' | 'now'>,
  held: Counts = {},
): ReasonKey | undefined {
  if (event.status === 'cancelled') return 'event.cancelled'
  if (new Date(event.endDateTime) < new Date(now)) return 'event.over'
  if (choicesFor(ticketTypes, held).length > 0) return undefined
  const state = admissionOf(ticketTypes)?.saleState
  if (state === 'not_started') return 'event.notStarted'
  if (state === 'paused') return 'event.paused'
  return state === 'sold_out' ? 'event.soldOut' : 'event.closed'
}

export function situationOf({ event, ticketTypes, holdings, now }: SeenEvent): Situation {
  if (event.status === 'cancelled') return 'cancelled'
  if (new Date(event.endDateTime) < new Date(now)) return 'over'
  const isAdmitted = ticketTypes.some(
    ({ id, requires }) => requires.length === 0 && holdings.ticketTypeIds.includes(id),
  )
  if (isAdmitted) return 'registered'
  if (holdings.pending.length > 0) return 'payment_pending'
  const admission = admissionOf(ticketTypes)
  if (admission && isOnSale(admission)) return 'open'
  if (admission?.saleState === 'not_started') return 'not_started'
  if (admission?.saleState === 'paused') return 'paused'
  return admission?.saleState === 'sold_out' ? 'sold_out' : 'closed'
}

/** The ticket type that a registered visitor can still add, such as the gala night. */
export function additionOf({ ticketTypes, holdings }: SeenEvent) {
  return choicesFor(ticketTypes, holdings.counts)[0]?.ticketTypes.at(-1)
}
