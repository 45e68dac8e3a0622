import type { WireBody } from '@event-sphere/contract/endpoint'
import { createEvent } from '@event-sphere/contract/events'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import type { TestApi } from './start-api.ts'

type TicketTypeBody = WireBody<typeof createTicketType>

interface SummitOptions {
  general?: Partial<TicketTypeBody>
  gala?: Partial<TicketTypeBody>
  event?: Partial<WireBody<typeof createEvent>>
}

/** The plan's summit, as its organiser would set it up. */
export async function theSummit(api: TestApi, options: SummitOptions = {}) {
  const { admin: as, organizationId } = api
  const event = await api.call(createEvent, { as, body: { ...summit(organizationId), ...options.event } })
  const eventId = event.body.id
  const general = await api.call(createTicketType, {
    as,
    body: { eventId, ...generalAdmission, ...options.general },
  })
  const gala = await api.call(createTicketType, { as, body: { eventId, ...galaNight, ...options.gala } })
  return { eventId, general: general.body.id, gala: gala.body.id }
}
export type Summit = Awaited<ReturnType<typeof theSummit>>

const summit = (organizationId: string) => ({
  organizationId,
  title: 'Eldoret International Business Summit',
  slug: 'eldoret-business-summit-2026',
  code: 'EBS2026',
  status: 'published' as const,
  startDateTime: '2026-07-15T08:00:00+03:00',
  endDateTime: '2026-07-17T18:00:00+03:00',
  locationName: 'Eldoret Sports Club',
  maxAttendees: 2000,
})

const generalAdmission = {
  name: 'General Admission',
  code: 'GA',
  price: 0,
  quantity: 2000,
  saleStartDate: '2026-02-01T00:00:00+03:00',
  saleEndDate: '2026-07-14T23:59:59+03:00',
}

const galaNight = {
  name: 'Gala Night Access',
  code: 'GALA',
  price: 1500,
  quantity: 500,
  saleStartDate: '2026-02-01T00:00:00+03:00',
  saleEndDate: '2026-07-15T23:59:59+03:00',
  metadata: { requiresGeneralAdmission: true, galaDate: '2026-07-16' },
}
