import { dayThemes, type Session, schedule } from '../../data/schedule.ts'
import { useWords } from '../../locales/words.ts'
import { formatCalendarDay, zoneLabel } from '../../ui/formats.ts'
import type { SeenEvent } from './seen-event.ts'

export function Agenda({ event, ticketTypes, holdings }: SeenEvent) {
  const { say, language } = useWords()
  const heldCodes = ticketTypes
    .filter((type) => holdings.ticketTypeIds.includes(type.id))
    .map((type) => type.code)
  return (
    <section aria-labelledby="agenda" className="agenda">
      <h2 id="agenda">{say('agenda.title')}</h2>
      <p className="hint">{say('agenda.zone', { zone: zoneLabel(event.startDateTime, event.timezone) })}</p>
      <div className="columns agenda-days">
        {event.days.map((day, at) => {
          const theme = dayThemes[at]
          return (
            <section key={day} className="agenda-day" aria-labelledby={`day-${at + 1}`}>
              <h3 id={`day-${at + 1}`}>
                <time dateTime={day}>{formatCalendarDay(day, language, 'long')}</time>{' '}
                {theme && <small>{say(theme)}</small>}
              </h3>
              <ol>
                {schedule
                  .filter((session) => session.day === at + 1)
                  .map((session) => (
                    <Line key={session.title} session={session} heldCodes={heldCodes} />
                  ))}
              </ol>
            </section>
          )
        })}
      </div>
    </section>
  )
}

function Line({ session, heldCodes }: { session: Session; heldCodes: string[] }) {
  const { say } = useWords()
  const { ticketTypeCode: needed } = session
  return (
    <li className={needed ? 'session session-special' : 'session'}>
      <span className="session-time">
        {session.from}–{session.to}
      </span>{' '}
      <span>
        <strong>{say(session.title)}</strong> <small>{say(session.place)}</small>{' '}
        {needed && (
          <small>
            {heldCodes.includes(needed) ? (
              say('agenda.yours')
            ) : (
              <a href="#tickets">{say('agenda.needsTicket')}</a>
            )}
          </small>
        )}
      </span>
    </li>
  )
}
