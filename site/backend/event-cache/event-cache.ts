import type { Endpoint, WireReply } from '@event-sphere/contract/endpoint'
import { getPublicEvent, listPublicEvents } from '@event-sphere/contract/events'
import { getOrganization } from '@event-sphere/contract/organizations'
import { listPublicTicketTypes } from '@event-sphere/contract/ticket-types'
import type { z } from 'zod'
import type { SiteAsk, Ticketing } from '../ticketing/ticketing.ts'
import { type Kept, makeStaleCache } from './stale-cache.ts'

export type WireEvent = WireReply<typeof getPublicEvent>
export type WireTicketType = WireReply<typeof listPublicTicketTypes>['items'][number]
export type WireOrganization = WireReply<typeof getOrganization>

/** Public data, cached between requests. Each call throws if the API does not answer and nothing is cached. */
export interface EventCache {
  /** By id or slug; undefined if not found. */
  findEvent(idOrSlug: string): Promise<Kept<WireEvent | undefined>>
  listEvents(): Promise<Kept<WireEvent[]>>
  /** Call this if something else shows that the cached event is outdated. */
  forgetEvent(event: WireEvent): void
  listTicketTypes(eventId: string): Promise<Kept<WireTicketType[]>>
  /** Call this after a purchase: what is left has changed. */
  forgetTicketTypes(eventId: string): void
  getOrganization(): Promise<Kept<WireOrganization>>
  /** An event has changed. All events are marked, as there are few. */
  doubtEvents(): void
  /** An event's ticket types or what is left of them have changed. */
  doubtTicketTypes(eventId: string): void
  /** Anything may have changed. */
  doubtAll(): void
}

/** The Ticketing API did not answer and nothing is cached. */
export class EventUnknown extends Error {}

interface Needs {
  ticketing: Ticketing
  organizationId: string
}

const freshSeconds = { event: 60, ticketTypes: 5, organization: 3600 }

export function makeEventCache({ ticketing, organizationId }: Needs): EventCache {
  const event = makeStaleCache<WireEvent | undefined>({
    freshSeconds: freshSeconds.event,
    fetch: async (idOrSlug) => {
      const answer = await ticketing.call(getPublicEvent, { params: { idOrSlug } })
      if (!answer.ok && answer.problem.code === 'not_found') return undefined
      return replyOf(answer)
    },
  })
  const events = makeStaleCache<WireEvent[]>({
    freshSeconds: freshSeconds.event,
    fetch: async () => (await ask(ticketing, listPublicEvents, { query: { organizationId } })).items,
  })
  const ticketTypes = makeStaleCache<WireTicketType[]>({
    freshSeconds: freshSeconds.ticketTypes,
    fetch: async (eventId) => (await ask(ticketing, listPublicTicketTypes, { params: { eventId } })).items,
  })
  const organization = makeStaleCache<WireOrganization>({
    freshSeconds: freshSeconds.organization,
    fetch: () => ask(ticketing, getOrganization, { params: { id: organizationId }, as: 'organization' }),
  })

  const doubtEvents = () => {
    event.doubtAll()
    events.doubtAll()
  }

  return {
    findEvent: (idOrSlug) => event.get(idOrSlug),
    listEvents: () => events.get('all'),
    forgetEvent({ id, slug }) {
      event.forget(id)
      event.forget(slug)
      events.forget('all')
    },
    listTicketTypes: (eventId) => ticketTypes.get(eventId),
    forgetTicketTypes: (eventId) => ticketTypes.forget(eventId),
    getOrganization: () => organization.get('own'),
    doubtEvents,
    doubtTicketTypes: (eventId) => ticketTypes.doubt(eventId),
    doubtAll() {
      doubtEvents()
      ticketTypes.doubtAll()
    },
  }
}

async function ask<E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
  ticketing: Ticketing,
  endpoint: E,
  asked: SiteAsk<E>,
): Promise<WireReply<E>> {
  return replyOf(await ticketing.call(endpoint, asked))
}

function replyOf<Reply>(answer: Awaited<ReturnType<Ticketing['call']>> | { ok: true; reply: Reply }): Reply {
  if (!answer.ok) throw new EventUnknown(answer.problem.code)
  return answer.reply as Reply
}
