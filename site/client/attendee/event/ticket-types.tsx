import type { WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import { useWords } from '../../locales/words.ts'
import { formatCalendarDay, formatCount, formatMoment, formatMoney } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { choicesFor, inOrder } from '../offers.ts'
import type { SeenEvent } from './seen-event.ts'
import { wayToBuy } from './way-to-buy.ts'

/** An older count is too likely to be wrong. */
const countIsGoodForSeconds = 30

export function TicketTypes(seen: SeenEvent) {
  const { say } = useWords()
  return (
    <section aria-labelledby="tickets">
      <h2 id="tickets">{say('types.title')}</h2>
      <ul className="types">
        {inOrder(seen.ticketTypes).map((type) => (
          <TicketType key={type.id} type={type} seen={seen} />
        ))}
      </ul>
    </section>
  )
}

function TicketType({ type, seen }: { type: WireTicketType; seen: SeenEvent }) {
  const { say, language } = useWords()
  const { event, holdings } = seen
  const isHeld = holdings.ticketTypeIds.includes(type.id)
  const isEveryDay = event.days.every((day) => type.admitsOn.includes(day))
  const days = type.admitsOn.map((day) => formatCalendarDay(day, language)).join(' · ')
  return (
    <li className={type.requires.length > 0 ? 'type type-night' : 'type'}>
      <div className="type-head">
        <h3>{type.name}</h3>{' '}
        <p className="price">{type.price === 0 ? say('types.free') : formatMoney(type.price, language)}</p>
      </div>
      {type.description && <p>{plainText(type.description)}</p>}
      <p className="type-days">
        <Icon name="calendar" size={16} />{' '}
        {isEveryDay ? say('types.everyDay', { count: event.days.length }) : days}
      </p>
      {type.benefits.length > 0 && (
        <ul className="benefits">
          {type.benefits.map((benefit) => (
            <li key={benefit}>
              <Icon name="check" size={16} /> {benefit}
            </li>
          ))}
        </ul>
      )}
      {isHeld ? (
        <p className="state">
          <Icon name="check" size={18} /> {say('types.held')}
        </p>
      ) : (
        event.status !== 'cancelled' && <SaleState type={type} seen={seen} />
      )}
    </li>
  )
}

function SaleState({ type, seen }: { type: WireTicketType; seen: SeenEvent }) {
  const { say, language } = useWords()
  const moment = (at: string | null) => (at ? formatMoment(at, seen.event.timezone, language) : '')
  if (isOver(seen)) return <p className="state">{say('types.over')}</p>
  switch (type.saleState) {
    case 'on_sale':
    case 'few_left':
      return <OnSale type={type} seen={seen} />
    case 'not_started':
      return <p className="state">{say('types.notStarted', { moment: moment(type.saleStartDate) })}</p>
    case 'sold_out':
      return <p className="state">{say(type.price === 0 ? 'types.soldOutFree' : 'types.soldOut')}</p>
    case 'paused':
      return <p className="state">{say('types.paused')}</p>
    case 'ended':
      return <p className="state">{say('types.ended', { moment: moment(type.saleEndDate) })}</p>
    default:
      return type.saleState satisfies never
  }
}

const isOver = ({ event, now }: SeenEvent) => new Date(event.endDateTime) < new Date(now)

function OnSale({ type, seen }: { type: WireTicketType; seen: SeenEvent }) {
  const { say, language } = useWords()
  const { event, ageSeconds, isSignedIn, ticketTypes, holdings } = seen
  const canHave = choicesFor(ticketTypes, holdings.counts).some(
    (choice) => choice.ticketTypes.at(-1)?.id === type.id,
  )
  const needs = ticketTypes.filter((other) => type.requires.includes(other.id))
  const missing = needs.filter((other) => !holdings.counts[other.id])
  const names = (missing.length > 0 ? missing : needs).map((other) => other.name).join(', ')
  if (!canHave) return <p className="state">{names && say('types.needsGone', { names })}</p>
  const isOld = ageSeconds > countIsGoodForSeconds
  return (
    <>
      {missing.length > 0 && <p className="hint">{say('types.needs', { names })}</p>}
      {type.saleState === 'few_left' && (
        <p className="state state-few">
          {isOld
            ? say('types.fewLeft')
            : say('types.onlyLeft', { count: formatCount(type.remaining, language) })}
        </p>
      )}
      <a className="button" href={wayToBuy({ event, ticketType: type, isSignedIn })}>
        {type.price === 0 ? say('types.register') : say('types.get')}
        <span className="only-heard"> {type.name}</span>
      </a>
    </>
  )
}
