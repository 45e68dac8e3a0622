import { createEvent, getPublicEvent } from '@event-sphere/contract/events'
import type { TestApi } from '../cast/start-api.ts'

/** The summit as its organiser writes it down, with most of what can be said of an event. */
export const planned = (organizationId: string) => ({
  title: 'Eldoret International Business Summit 2026',
  slug: 'eldoret-business-summit-2026',
  description: 'Join us for a 3-day international business summit...',
  category: 'Business Conference',
  organizationId,
  status: 'published' as const,
  isFeatured: true,
  isFree: false,
  startDateTime: '2026-07-15T08:00:00+03:00',
  endDateTime: '2026-07-17T18:00:00+03:00',
  locationName: 'Eldoret Sports Club',
  locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
  featuredImage: 'https://example.com/summit.jpg',
  maxAttendees: 2000,
  tags: ['business', 'networking'],
})

export const createPlanned = (api: TestApi, change: object = {}, as = api.admin) =>
  api.call(createEvent, { as, body: { ...planned(api.organizationId), ...change } })

export const publicly = (api: TestApi, idOrSlug: string) => api.call(getPublicEvent, { params: { idOrSlug } })
