import { scheduleOf } from '../../data/schedule.ts'
import { useWords } from '../../locales/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { Agenda } from './agenda.tsx'
import { EventHero } from './event-hero.tsx'
import { Place } from './place.tsx'
import type { SeenEvent } from './seen-event.ts'
import { Share } from './share.tsx'
import { TicketTypes } from './ticket-types.tsx'

const oldSeconds = 60

export function EventPage(seen: SeenEvent) {
  const { event, ageSeconds } = seen
  const { say } = useWords()
  return (
    <article>
      {ageSeconds > oldSeconds && (
        <div className="wide">
          <Notice kind="note" title={say('event.old', { count: Math.round(ageSeconds / 60) })} />
        </div>
      )}
      <EventHero {...seen} />
      <div className="wide event-body">
        <TicketTypes {...seen} />
        {event.description && (
          <section aria-labelledby="about" className="about">
            <h2 id="about">{say('event.about')}</h2>
            <p className="whitespace-pre-line">{plainText(event.description)}</p>
          </section>
        )}
        {event.code === scheduleOf && <Agenda {...seen} />}
        <div className="event-close">
          <Place event={event} />
          <Share {...seen} />
        </div>
      </div>
    </article>
  )
}
