import { useWords } from '../../locales/words.ts'
import { formatMoment, formatMoney } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { admissionOf, inOrder } from '../offers.ts'
import { sayAddition } from './say-addition.ts'
import type { SeenEvent } from './seen-event.ts'
import { additionOf, situationOf } from './situation.ts'
import { wayToBuy } from './way-to-buy.ts'

/** The one thing to do in each situation. */
export function NextStep(seen: SeenEvent) {
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
          <a className="button" href={wayToBuy({ event, isSignedIn })}>
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
    case 'paused':
      return <State title={say('event.paused')} text={say('event.pausedText')} hasTickets={isSignedIn} />
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
        </a>{' '}
        {pending ? (
          <a className="button button-quiet" href={`/pay/${pending.id}`}>
            {say('event.payNow')}
          </a>
        ) : (
          addition && (
            <a
              className="button button-quiet"
              href={wayToBuy({ event, ticketType: addition, isSignedIn: true })}
            >
              {sayAddition(addition, say, language)}
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
