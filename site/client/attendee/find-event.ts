import { data } from 'react-router'
import type { EventCache, WireEvent } from '../../backend/event-cache/event-cache.ts'
import type { Kept } from '../../backend/event-cache/stale-cache.ts'

/** The event of the home page: featured ones first, and coming ones before past ones. */
export async function findFeaturedEvent(cache: EventCache, now: Date): Promise<Kept<WireEvent | undefined>> {
  const kept = await orAway(cache.listEvents())
  const isOver = (event: WireEvent) => new Date(event.endDateTime) < now
  const rank = (event: WireEvent) => Number(isOver(event)) * 2 + Number(!event.isFeatured)
  const [first] = [...kept.value].sort((a, b) => rank(a) - rank(b))
  return { ...kept, value: first }
}

export async function getEvent(cache: EventCache, idOrSlug: string): Promise<Kept<WireEvent>> {
  const { value, ...kept } = await orAway(cache.findEvent(idOrSlug))
  if (!value) throw data({ code: 'not_found' }, { status: 404 })
  return { ...kept, value }
}

/**
 * The event as shown to a buyer whose purchase or ticket has ended; the cache may not know yet. If the API does not
 * answer, the cached event is used, if any.
 */
export async function findEventAfresh(
  cache: EventCache,
  eventId: string,
  isDoubted: boolean,
): Promise<WireEvent | undefined> {
  const find = () =>
    cache.findEvent(eventId).then(
      (kept) => kept.value,
      () => undefined,
    )
  const known = await find()
  if (!isDoubted || !known || known.status === 'cancelled') return known
  cache.forgetEvent(known)
  return (await find()) ?? known
}

/** @throws the "unavailable" page if there is no cached value either. */
export async function orAway<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked
  } catch {
    throw data({ code: 'unavailable' }, { status: 503 })
  }
}
