import { type Listener, openListener } from '@event-sphere/kit/database/listen'
import type { EventCache } from '../event-cache/event-cache.ts'
import { readSubject } from './news.ts'
import { channel } from './store.ts'

/**
 * News received by one process of the site reaches all of them; if news may have been missed, nothing counts as fresh.
 */
export async function followNews(
  databaseUrl: string,
  cache: EventCache,
  onFault: (fault: Error) => void,
): Promise<Pick<Listener, 'close'>> {
  const listener = await openListener({ url: databaseUrl, channel, onFault })
  listener.follow((subject) => {
    const news = subject && readSubject(subject)
    if (!news) return cache.doubtAll()
    if (news.type === 'event.updated') cache.doubtEvents()
    cache.doubtTicketTypes(news.eventId)
  })
  return listener
}
