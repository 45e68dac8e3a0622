import type { SeenTickets } from '../../../backend/auth-service/sessions.ts'
import { useWords } from '../../locales/words.ts'
import { usePage } from '../../page.ts'
import { formatCalendarDay, formatMoment } from '../../ui/formats.ts'
import { spaced } from './ticket-card.tsx'

/** The API is unavailable: shows the tickets as last seen, their age, and what to do at the gate. */
export function SeenTicketsPage({ seen }: { seen: SeenTickets | undefined }) {
  const { say, language } = useWords()
  const { path } = usePage()
  const hasTickets = seen !== undefined && seen.tickets.length > 0
  return (
    <section className="narrow">
      <h1>{say(hasTickets ? 'tickets.away.title' : 'tickets.away.none')}</h1>
      <p className="lead">
        {hasTickets
          ? say('tickets.away.text', { moment: formatMoment(seen.at, 'Africa/Nairobi', language) })
          : say('tickets.away.noneText')}
      </p>
      {seen?.tickets.map((ticket) => (
        <div className="card" key={ticket.ticketCode}>
          <h2>{ticket.type}</h2>
          <p>
            {ticket.event} · {ticket.days.map((day) => formatCalendarDay(day, language)).join(' · ')}
          </p>
          <p className="typed-code">
            <small>{say('ticket.typed')}</small> <span className="code">{spaced(ticket.typedCode)}</span>
          </p>
          <p className="code">{ticket.ticketCode}</p>
        </div>
      ))}
      <a className="button" href={path}>
        {say('fault.again')}
      </a>
    </section>
  )
}
