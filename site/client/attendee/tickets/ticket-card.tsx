import { useWords, type WordKey } from '../../locales/words.ts'
import { formatCalendarDay, formatDays } from '../../ui/formats.ts'
import type { EventGroup, NamedTicket } from './group-by-event.ts'
import { Lanes } from './lanes.tsx'

/** A ticket. The QR is on white in every theme. */
export function TicketCard({ ticket, group }: { ticket: NamedTicket; group: EventGroup }) {
  const { say, language } = useWords()
  const { event } = group
  const isValid = ticket.status === 'valid'
  const opens = event?.days.every((day) => ticket.admitsOn.includes(day))
  const days =
    event && opens
      ? formatDays(event, language)
      : ticket.admitsOn.map((day) => formatCalendarDay(day, language, 'long')).join(', ')
  const status: WordKey = `ticket.status.${ticket.status}`
  return (
    <li className={`ticket ${ticket.isExtra ? 'ticket-night' : 'ticket-day'}`} id={ticket.ticketCode}>
      <div className="ticket-head">
        <Lanes />
        <h2>
          {ticket.typeName} <small>{event?.title}</small>
        </h2>
      </div>
      <div className="ticket-stub">
        {isValid ? (
          <img
            className="qr"
            src={`/tickets/${ticket.id}/qr.png`}
            width="264"
            height="264"
            alt={say('ticket.qr', { code: ticket.ticketCode })}
          />
        ) : (
          <p className="ticket-void">{say(status)}</p>
        )}
        {isValid && (
          <p className="typed-code">
            <small>{say('ticket.typed')}</small> <span className="code">{spaced(ticket.typedCode)}</span>
          </p>
        )}
      </div>
      <dl className="ticket-facts">
        <div>
          <dt>{say('ticket.days')}</dt> <dd>{days}</dd>
        </div>
        <div>
          <dt>{say('ticket.place')}</dt> <dd>{event?.locationName ?? '–'}</dd>
        </div>
        <div>
          <dt>{say('ticket.holder')}</dt>{' '}
          <dd>
            {ticket.holderName ??
              (isValid ? (
                <a className="no-print" href="#name">
                  {say('ticket.noName')}
                </a>
              ) : (
                '–'
              ))}
          </dd>
        </div>
        <div>
          <dt>{say('ticket.code')}</dt> <dd className="code">{ticket.ticketCode}</dd>
        </div>
      </dl>
    </li>
  )
}

/** Splits the code in two halves that are easier to read aloud; the gate ignores the space. */
export function spaced(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`
}
