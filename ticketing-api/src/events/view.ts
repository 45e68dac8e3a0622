import type { Event } from '@event-sphere/contract/events'
import { eventDays } from './event-days.ts'
import type { EventRow } from './store.ts'

export function viewEvent(row: EventRow): Event {
  const { id, organizationId, organizationName, slug, code, title, status } = row
  const { timezone, isFeatured, isFree, tags, maxAttendees, createdAt, startsAt, endsAt } = row
  return {
    ...{ id, organizationId, organizationName, slug, code, title, status },
    ...{ timezone, isFeatured, isFree, tags, maxAttendees, createdAt },
    startDateTime: startsAt,
    endDateTime: endsAt,
    days: eventDays(row),
    description: row.description ?? undefined,
    category: row.category ?? undefined,
    locationName: row.locationName ?? undefined,
    locationAddress: row.locationAddress ?? undefined,
    locationCity: row.locationCity ?? undefined,
    locationCountry: row.locationCountry ?? undefined,
    locationCoordinates: placeOf(row),
    ageRestriction: row.ageRestriction ?? undefined,
    featuredImage: row.featuredImage ?? undefined,
  }
}

function placeOf({ latitude, longitude }: EventRow) {
  return latitude === null || longitude === null ? undefined : { latitude, longitude }
}
