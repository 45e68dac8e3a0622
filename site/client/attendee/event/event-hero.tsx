import { useWords } from '../../locales/words.ts'
import { formatDays, formatTime } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'
import { Highlands } from './highlands.tsx'
import { NextStep } from './next-step.tsx'
import type { SeenEvent } from './seen-event.ts'

/** What, when, where, and the one thing to do. */
export function EventHero(seen: SeenEvent) {
  const { event } = seen
  const { say, language } = useWords()
  return (
    <header className="hero">
      <div className="wide hero-words">
        <p className="eyebrow">{say('event.presents', { organiser: event.organizationName })}</p>
        <h1>{event.title}</h1>
        <ul className="facts">
          <li>
            <Icon name="calendar" />{' '}
            <span>
              <time dateTime={event.startDateTime}>{formatDays(event, language)}</time>{' '}
              <small>
                {say('event.begins', { time: formatTime(event.startDateTime, event.timezone, language) })}
              </small>
            </span>
          </li>
          <li>
            <Icon name="place" />{' '}
            <span>
              {event.locationName}{' '}
              <small>{[event.locationCity, event.locationCountry].filter(Boolean).join(', ')}</small>
            </span>
          </li>
        </ul>
        <NextStep {...seen} />
      </div>
      <Highlands />
    </header>
  )
}
