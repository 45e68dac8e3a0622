import { data } from 'react-router'
import type { EventCache, WireEvent } from '../../backend/event-cache/event-cache.ts'
import type { Kept } from '../../backend/event-cache/stale-cache.ts'

/** The event in the shop window: featured before others, the one to come before the ones gone by. */
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
 * An event as somebody may see it of whom more is known: a purchase or a ticket of it has ended, which the cache may not have
 * heard yet. While it cannot be asked for, what was known; undefined where nothing is.
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

/** @throws the page that says that the API is away, when nothing is known from before either. */
export async function orAway<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked
  } catch {
    throw data({ code: 'unavailable' }, { status: 503 })
  }
}
