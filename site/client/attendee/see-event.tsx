import { data, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { sayIn } from '../locales/words.ts'
import { describeEvent } from './event/describe-event.ts'
import { EventPage } from './event/event-page.tsx'
import { NoEvent } from './event/no-event.tsx'
import { findEventAfresh, findFeaturedEvent, getEvent, orAway } from './find-event.ts'
import { findHoldings } from './holdings.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const now = site.now()
  const found = await (params.slug ? getEvent(site.cache, params.slug) : findFeaturedEvent(site.cache, now))
  if (!found.value)
    return { event: undefined, head: { title: sayIn(site.language)('noEvent.title'), tags: [] } }
  const [ticketTypes, holdings] = await Promise.all([
    orAway(site.cache.listTicketTypes(found.value.id)),
    findHoldings(site, found.value.id),
  ])
  const event = (await findEventAfresh(site.cache, found.value.id, holdings.isCancelled)) ?? found.value
  const seen = {
    event,
    ticketTypes: ticketTypes.value,
    ageSeconds: Math.max(
      found.isStale ? found.ageSeconds : 0,
      ticketTypes.isStale ? ticketTypes.ageSeconds : 0,
    ),
    holdings,
    isSignedIn: site.session.user !== undefined,
    now: now.toISOString(),
    url: `${site.publicUrl}/events/${event.slug}`,
  }
  return data(
    { ...seen, head: describeEvent(seen, site.publicUrl, site.language) },
    { headers: caching(seen) },
  )
}

/** Everyone who is signed out gets the same page, so caches may keep it briefly. */
function caching({ isSignedIn }: { isSignedIn: boolean }): HeadersInit {
  if (isSignedIn) return {}
  return {
    'Cache-Control': 'public, max-age=5, stale-while-revalidate=30, stale-if-error=86400',
    Vary: 'Accept-Language, Cookie',
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ loaderData }) =>
  loaderData ? [{ title: loaderData.head.title }, ...loaderData.head.tags] : []

export default function SeeEvent() {
  const seen = useLoaderData<typeof loader>()
  return seen.event ? <EventPage {...seen} /> : <NoEvent />
}
