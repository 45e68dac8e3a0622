import { scheduleOf } from '../../data/schedule.ts'
import { useWords } from '../../locales/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { Agenda } from './agenda.tsx'
import { EventHero } from './event-hero.tsx'
import { Place } from './place.tsx'
import type { SeenEvent } from './seen-event.ts'
import { Share } from './share.tsx'
import { situationOf } from './situation.ts'
import { TicketTypes } from './ticket-types.tsx'

const oldSeconds = 60

export function EventPage(seen: SeenEvent) {
  const { event, ageSeconds } = seen
  const { say } = useWords()
  const situation = situationOf(seen)
  // A cancelled event has no tickets on sale, no agenda and nothing to share.
  const isCancelled = situation === 'cancelled'
  const isGone = isCancelled || situation === 'over'
  return (
    <article>
      {ageSeconds > oldSeconds && (
        <div className="wide">
          <Notice kind="note" title={say('event.old', { count: Math.round(ageSeconds / 60) })} />
        </div>
      )}
      <EventHero {...seen} />
      <div className="wide event-body">
        {!isCancelled && seen.ticketTypes.length > 0 && <TicketTypes {...seen} />}
        {event.description && (
          <section aria-labelledby="about" className="about">
            <h2 id="about">{say('event.about')}</h2>
            <p>{plainText(event.description)}</p>
          </section>
        )}
        {event.code === scheduleOf && !isCancelled && <Agenda {...seen} />}
        <div className="columns">
          <Place event={event} />
          {!isGone && <Share {...seen} />}
        </div>
      </div>
    </article>
  )
}
