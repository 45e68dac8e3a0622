import type { WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import { useWords } from '../../locales/words.ts'
import { formatCalendarDay, formatCount, formatMoment, formatMoney } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'
import { choicesFor, inOrder, isOnSale } from '../offers.ts'
import type { SeenEvent } from './event-page.tsx'

/** A count that was heard longer ago is more likely wrong than of use. */
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
  const { event, holdings, ticketTypes } = seen
  const isHeld = holdings.ticketTypeIds.includes(type.id)
  const needs = ticketTypes.filter((other) => type.requires.includes(other.id))
  const isEveryDay = event.days.every((day) => type.admitsOn.includes(day))
  const days = type.admitsOn.map((day) => formatCalendarDay(day, language)).join(', ')
  return (
    <li className="type">
      <div className="type-head">
        <h3>{type.name}</h3>
        <p className="price">{type.price === 0 ? say('types.free') : formatMoney(type.price, language)}</p>
      </div>
      {type.description && <p>{type.description}</p>}
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
      {needs.length > 0 && !isHeld && (
        <p className="hint">{say('types.needs', { names: needs.map((other) => other.name).join(', ') })}</p>
      )}
      {isHeld ? (
        <p className="state state-good">
          <Icon name="check" size={18} /> {say('types.held')}
        </p>
      ) : (
        <SaleState type={type} seen={seen} />
      )}
    </li>
  )
}

function SaleState({ type, seen }: { type: WireTicketType; seen: SeenEvent }) {
  const { say, language } = useWords()
  const { event, ageSeconds, isSignedIn, ticketTypes, holdings } = seen
  const canHave = choicesFor(ticketTypes, holdings.ticketTypeIds).some(
    (choice) => choice.ticketTypes.at(-1)?.id === type.id,
  )
  const moment = (at: string | null) => (at ? formatMoment(at, event.timezone, language) : '')
  if (event.status === 'cancelled') return null
  if (isOnSale(type)) {
    const count = formatCount(type.remaining, language)
    const isFew = type.saleState === 'few_left'
    const exact = isFew ? say('types.onlyLeft', { count }) : say('types.left', { count })
    const vague = isFew ? say('types.fewLeft') : say('types.available')
    return (
      <div className="type-foot">
        <p className={isFew ? 'state state-few' : 'state'}>
          {ageSeconds > countIsGoodForSeconds ? vague : exact}
        </p>
        {canHave && (
          <a className="more" href={isSignedIn ? `/choose?event=${event.slug}` : '/register'}>
            {type.price === 0 ? say('types.register') : say('types.get')}
            <span className="sr-only"> {type.name}</span>
          </a>
        )}
      </div>
    )
  }
  if (type.saleState === 'not_started') {
    return <p className="state">{say('types.notStarted', { moment: moment(type.saleStartDate) })}</p>
  }
  return (
    <p className="state">
      {type.saleState === 'sold_out'
        ? say('types.soldOut')
        : say('types.ended', { moment: moment(type.saleEndDate) })}
    </p>
  )
}
