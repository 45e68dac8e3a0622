import type { MetaDescriptor } from 'react-router'
import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import { scheduleOf } from '../../data/schedule.ts'
import { type Language, sayIn } from '../../locales/words.ts'
import { formatDays } from '../../ui/formats.ts'
import { isOnSale } from '../offers.ts'

interface Described {
  event: WireEvent
  ticketTypes: WireTicketType[]
  url: string
}

/** What a chat, a search engine or a calendar sees of the page. */
export function describeEvent({ event, ticketTypes, url }: Described, publicUrl: string, language: Language) {
  const say = sayIn(language)
  const place = [event.locationName, event.locationCity].filter(Boolean).join(', ')
  const title = `${event.title} · ${formatDays(event, language)}`
  const description = say('event.shared', { days: formatDays(event, language), place })
  const ownPicture = event.code === scheduleOf ? `${publicUrl}/share/summit.png` : undefined
  const image = event.featuredImage ?? ownPicture
  const tags: MetaDescriptor[] = [
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'Event-Sphere' },
    { property: 'og:locale', content: language === 'sw' ? 'sw_KE' : 'en_KE' },
    { property: 'og:url', content: url },
    { property: 'og:title', content: event.title },
    { property: 'og:description', content: description },
    ...(image
      ? [
          { property: 'og:image', content: image },
          { property: 'og:image:alt', content: title },
        ]
      : []),
    ...(image && image === ownPicture ? pictureSize : []),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
    { name: 'twitter:title', content: event.title },
    { name: 'twitter:description', content: description },
    { 'script:ld+json': linkedData({ event, ticketTypes, url }, image) },
  ]
  return { title, tags }
}

const pictureSize: MetaDescriptor[] = [
  { property: 'og:image:width', content: '1200' },
  { property: 'og:image:height', content: '630' },
  { property: 'og:image:type', content: 'image/png' },
]

/** https://schema.org/Event */
function linkedData({ event, ticketTypes, url }: Described, image: string | undefined) {
  const { locationCoordinates: coordinates } = event
  return {
    '@context': 'https://schema.org',
    '@type': 'BusinessEvent',
    name: event.title,
    ...(event.description && { description: event.description }),
    startDate: event.startDateTime,
    endDate: event.endDateTime,
    eventStatus: `https://schema.org/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    url,
    ...(image && { image: [image] }),
    location: {
      '@type': 'Place',
      name: event.locationName,
      address: {
        '@type': 'PostalAddress',
        streetAddress: event.locationAddress,
        addressLocality: event.locationCity,
        addressCountry: event.locationCountry,
      },
      ...(coordinates && { geo: { '@type': 'GeoCoordinates', ...coordinates } }),
    },
    organizer: { '@type': 'Organization', name: event.organizationName },
    offers: ticketTypes.map((type) => ({
      '@type': 'Offer',
      name: type.name,
      price: type.price,
      priceCurrency: type.currency,
      url,
      ...(type.saleStartDate && { validFrom: type.saleStartDate }),
      availability: `https://schema.org/${isOnSale(type) ? 'InStock' : 'SoldOut'}`,
    })),
  }
}
