import { useWords } from '../../locales/words.ts'
import { formatDays, formatHour, formatMoment, formatMoney, zoneLabel } from '../../ui/formats.ts'
import { Highlands } from '../../ui/highlands.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { admissionOf, inOrder } from '../offers.ts'
import type { SeenEvent } from './event-page.tsx'
import { additionOf, situationOf } from './situation.ts'

/** What, when, where, and the one thing to do. */
export function EventHero(seen: SeenEvent) {
  const { event } = seen
  const { say, language } = useWords()
  const hours = `${formatHour(event.startDateTime, event.timezone, language)}–${formatHour(event.endDateTime, event.timezone, language)}`
  return (
    <header className="hero">
      <div className="wide hero-words">
        <p className="eyebrow">{say('event.presents', { organiser: event.organizationName })}</p>
        <h1>{event.title}</h1>
        <ul className="facts">
          <li>
            <Icon name="calendar" />
            <span>
              <time dateTime={event.startDateTime}>{formatDays(event, language)}</time>
              <small>
                {say('event.hours', { hours, zone: zoneLabel(event.startDateTime, event.timezone) })}
              </small>
            </span>
          </li>
          <li>
            <Icon name="place" />
            <span>
              {event.locationName}
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

function NextStep(seen: SeenEvent) {
  const { say, language } = useWords()
  const { event, ticketTypes, holdings, isSignedIn } = seen
  const situation = situationOf(seen)
  const admission = admissionOf(ticketTypes)
  switch (situation) {
    case 'registered':
      return <Registered {...seen} />
    case 'payment_pending':
      return (
        <div className="next">
          <a className="button" href={`/pay/${holdings.pending[0]?.id}`}>
            {say('event.payNow')}
          </a>
          <p className="next-note">{say('event.pendingNote')}</p>
        </div>
      )
    case 'open':
      return (
        <div className="next">
          <a className="button" href={isSignedIn ? `/choose?event=${event.slug}` : '/register'}>
            {admission?.price === 0 ? say('event.registerFree') : say('event.getTickets')}
          </a>
          <ExtraNote {...seen} />
        </div>
      )
    case 'not_started':
      return (
        <State
          title={say('event.notStarted')}
          text={say('event.notStartedText', {
            moment: admission?.saleStartDate
              ? formatMoment(admission.saleStartDate, event.timezone, language)
              : '',
          })}
        />
      )
    case 'sold_out':
      return <State title={say('event.soldOut')} text={say('event.soldOutText')} />
    case 'closed':
      return <State title={say('event.closed')} text={say('event.closedText')} />
    case 'over':
      return <State title={say('event.over')} text={say('event.overText')} hasTickets={isSignedIn} />
    case 'cancelled':
      return (
        <State title={say('event.cancelled')} text={say('event.cancelledText')} hasTickets={isSignedIn} />
      )
    default:
      return situation satisfies never
  }
}

function State({ title, text, hasTickets = false }: { title: string; text: string; hasTickets?: boolean }) {
  const { say } = useWords()
  return (
    <div className="next">
      <Notice kind="note" title={title}>
        <p>{text}</p>
      </Notice>
      {hasTickets && (
        <a className="button button-quiet" href="/tickets">
          {say('event.seeTickets')}
        </a>
      )}
    </div>
  )
}

function Registered(seen: SeenEvent) {
  const { say, language } = useWords()
  const { event, ticketTypes, holdings } = seen
  const pending = holdings.pending[0]
  const addition = additionOf(seen)
  const held = inOrder(ticketTypes).filter((type) => holdings.ticketTypeIds.includes(type.id))
  return (
    <div className="next">
      <ul className="badges">
        <li>
          <Icon name="check" size={18} /> {say('event.registered')}
        </li>
        {held
          .filter((type) => type.requires.length > 0)
          .map((type) => (
            <li key={type.id}>
              <Icon name="check" size={18} /> {say('event.has', { name: type.name })}
            </li>
          ))}
      </ul>
      <div className="actions">
        <a className="button" href="/tickets">
          {say('event.seeTickets')}
        </a>
        {pending ? (
          <a className="button button-quiet" href={`/pay/${pending.id}`}>
            {say('event.payNow')}
          </a>
        ) : (
          addition && (
            <a className="button button-quiet" href={`/choose?event=${event.slug}`}>
              {say('event.add', { name: addition.name, price: formatMoney(addition.price, language) })}
            </a>
          )
        )}
      </div>
    </div>
  )
}

function ExtraNote({ ticketTypes }: SeenEvent) {
  const { say, language } = useWords()
  const extra = inOrder(ticketTypes).find((type) => type.requires.length > 0 && type.price > 0)
  if (!extra) return null
  return (
    <p className="next-note">
      {say('event.extra', { name: extra.name, price: formatMoney(extra.price, language) })}
    </p>
  )
}
