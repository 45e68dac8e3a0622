import type { WireBody } from '@event-sphere/contract/endpoint'
import type { changeEvent, createEvent } from '@event-sphere/contract/events'
import type { createOrganization } from '@event-sphere/contract/organizations'
import type { changeTicketType, createTicketType } from '@event-sphere/contract/ticket-types'
import type { SummitDates } from './summit-dates.ts'

export const chamber: WireBody<typeof createOrganization> = {
  name: 'Kenya National Chamber of Commerce and Industry – Uasin Gishu',
  description: 'Organizers of the Eldoret International Business Summit',
  email: 'events@kncci-uasingishu.co.ke',
  address: 'Eldoret, Kenya',
  city: 'Eldoret',
  country: 'Kenya',
  website: 'https://eldoretsummit.co.ke',
  status: 'active',
}

export const slug = 'eldoret-business-summit-2026'
/** Opens half an hour before dinner. The default entrance of every event is called Main Entrance. */
export const galaEntrance = { name: 'Gala Night', opensAt: '17:30', closesAt: '23:30' }
export const codes = { general: 'GA', gala: 'GALA' }

export function summitOf(organizationId: string, dates: SummitDates): WireBody<typeof createEvent> {
  return {
    organizationId,
    slug,
    code: 'EBS2026',
    status: 'published',
    timezone: 'Africa/Nairobi',
    maxAttendees: 2000,
    title: 'Eldoret International Business Summit',
    description:
      'Three days of talks, workshops and exhibitions that bring the businesses of the North Rift together with partners from the region and beyond.',
    category: 'Business Conference',
    isFeatured: true,
    isFree: false,
    locationName: 'Eldoret Sports Club',
    locationAddress: 'Eldoret, Kenya',
    locationCity: 'Eldoret',
    locationCountry: 'Kenya',
    locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
    ageRestriction: 'GA',
    tags: ['business', 'networking', 'international', 'trade'],
    ...eventDates(dates),
  }
}

export function generalOf(eventId: string, dates: SummitDates): WireBody<typeof createTicketType> {
  return {
    eventId,
    code: codes.general,
    name: 'General Admission',
    description: 'All sessions, workshops and exhibitions on all three days',
    price: 0,
    quantity: 2000,
    // Attendees are registered by name: one ticket per person.
    maxPerPurchase: 1,
    maxPerPerson: 1,
    benefits: [
      'Access to all 3 days of the summit',
      'Workshops and panel discussions',
      'Exhibition hall access',
      'Networking sessions',
      'Certificate of attendance',
    ],
    ...generalDates(dates),
  }
}

export function galaOf(
  eventId: string,
  general: string,
  dates: SummitDates,
): WireBody<typeof createTicketType> {
  return {
    eventId,
    code: codes.gala,
    name: 'Gala Night Access',
    description: 'Gala dinner and awards ceremony on the evening of 16 July, 18:00 to 23:00',
    price: 1500,
    quantity: 500,
    // Enough for a table; each guest needs a general admission too.
    maxPerPurchase: 4,
    maxPerPerson: 4,
    requires: [general],
    benefits: [
      'Gala dinner on the evening of 16 July',
      'Awards ceremony',
      'VIP networking',
      'Entertainment',
      'Complimentary drinks',
    ],
    metadata: { requiresGeneralAdmission: true, galaDate: dates.galaDay, time: '18:00-23:00' },
    ...galaDates(dates),
  }
}

export function eventDates({ startDateTime, endDateTime }: SummitDates) {
  return { startDateTime, endDateTime } satisfies WireBody<typeof changeEvent>
}

export function generalDates({ saleStartDate, generalSaleEndDate }: SummitDates) {
  return { saleStartDate, saleEndDate: generalSaleEndDate } satisfies WireBody<typeof changeTicketType>
}

export function galaDates({ saleStartDate, galaSaleEndDate, galaDay }: SummitDates) {
  const dates = { saleStartDate, saleEndDate: galaSaleEndDate, admitsOn: [galaDay] }
  return dates satisfies WireBody<typeof changeTicketType>
}
