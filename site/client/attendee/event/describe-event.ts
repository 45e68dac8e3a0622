import type { MetaDescriptor } from 'react-router'
import type { WireEvent, WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import { scheduleOf } from '../../data/schedule.ts'
import { type Language, sayIn } from '../../locales/words.ts'
import { formatDays, formatMoney } from '../../ui/formats.ts'
import { plainText } from '../../ui/plain-text.ts'
import { admissionOf, isOnSale } from '../offers.ts'

interface Described {
  event: WireEvent
  ticketTypes: WireTicketType[]
  url: string
}

/** Metadata of the page for chats, search engines and calendars. */
export function describeEvent({ event, ticketTypes, url }: Described, publicUrl: string, language: Language) {
  const say = sayIn(language)
  const place = [event.locationName, event.locationCity].filter(Boolean).join(', ')
  const title = `${event.title} · ${formatDays(event, language)}`
  const price = sayPrice(ticketTypes, language)
  const shared = [formatDays(event, language), place].filter(Boolean).join(', ')
  const description = `${shared}. ${price}`.trim()
  const ownPicture = event.code === scheduleOf ? `${publicUrl}/share/summit.png` : undefined
  const picture = event.featuredImage ?? ownPicture
  const image = picture ?? `${publicUrl}/apple-touch-icon.png`
  const tags: MetaDescriptor[] = [
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'Event-Sphere' },
    { property: 'og:locale', content: language === 'sw' ? 'sw_KE' : 'en_KE' },
    { property: 'og:url', content: url },
    { property: 'og:title', content: event.title },
    { property: 'og:description', content: description },
    { property: 'og:image', content: image },
    { property: 'og:image:alt', content: title },
    ...(image === ownPicture ? pictureSize : []),
    { name: 'twitter:card', content: picture ? 'summary_large_image' : 'summary' },
    { name: 'twitter:title', content: event.title },
    { name: 'twitter:description', content: description },
    { 'script:ld+json': linkedData({ event, ticketTypes, url }, picture) },
  ]
  return { title, tags }
}

/** Says "Register free" only if a free ticket is on sale. */
function sayPrice(ticketTypes: WireTicketType[], language: Language): string {
  const admission = admissionOf(ticketTypes)
  if (!admission || !isOnSale(admission)) return ''
  const say = sayIn(language)
  if (admission.price === 0) return say('event.sharedFree')
  return say('event.sharedFrom', { price: formatMoney(admission.price, language) })
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
    ...(event.description && { description: plainText(event.description) }),
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
