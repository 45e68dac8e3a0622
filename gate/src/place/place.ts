import type { WireReply } from '@event-sphere/contract/endpoint'
import type { listEntrances } from '@event-sphere/contract/entrances'

/** An entrance with the facts that an agent sees. */
export interface Place {
  entranceId: string
  entranceName: string
  /** Names of the ticket types that it admits. */
  admits: string[]
  days: string[] | null
  opensAt: string | null
  closesAt: string | null
  eventId: string
  eventTitle: string
  timezone: string
  eventDays: string[]
}

export function placeOf(entrance: WireReply<typeof listEntrances>['items'][number]): Place {
  const { id, name, admits, days, opensAt, closesAt, eventId, event } = entrance
  return {
    entranceId: id,
    entranceName: name,
    admits: admits.map((type) => type.name),
    ...{ days, opensAt, closesAt, eventId },
    eventTitle: event.title,
    timezone: event.timezone,
    eventDays: event.days,
  }
}
