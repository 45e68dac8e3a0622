import type { Event } from '@event-sphere/contract/events'
import type { EventRow } from './store.ts'

export function viewEvent(row: EventRow): Event {
  const { id, organizationId, organizationName, parentEventId, metadata, slug, code, title, status } = row
  const { timezone, isFeatured, isFree, tags, maxAttendees, days, createdAt, startsAt, endsAt } = row
  return {
    ...{ id, organizationId, organizationName, parentEventId, metadata, slug, code, title, status },
    ...{ timezone, isFeatured, isFree, tags, maxAttendees, days, createdAt },
    startDateTime: startsAt,
    endDateTime: endsAt,
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
