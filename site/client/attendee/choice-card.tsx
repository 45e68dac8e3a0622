import type { WireEvent, WireTicketType } from '../../backend/event-cache/event-cache.ts'
import { useWords } from '../locales/words.ts'
import { formatCalendarDay, formatCount, formatMoney } from '../ui/formats.ts'
import { Icon } from '../ui/icon.tsx'
import { plainText } from '../ui/plain-text.ts'
import { PostForm } from '../ui/post-form.tsx'
import type { Choice } from './offers.ts'

interface ChoiceCardProps {
  event: WireEvent
  choice: Choice
  /** The most likely choice gets the primary button. */
  isFirst: boolean
  quantity: number
  idempotencyKey: string
}

/** One choice with its own form. */
export function ChoiceCard({ event, choice, isFirst, quantity, idempotencyKey }: ChoiceCardProps) {
  const { say, language } = useWords()
  const about = choice.ticketTypes.at(-1)
  if (!about) return null
  const companions = choice.ticketTypes.slice(0, -1)
  const isNight = about.requires.length > 0
  const isEveryDay = event.days.every((day) => about.admitsOn.includes(day))
  const price = about.price === 0 ? say('types.free') : formatMoney(about.price, language)
  return (
    <li className={isNight ? 'choice choice-night' : 'choice'}>
      <div className="type-head">
        <h2>{about.name}</h2>
        <p className="price">{price}</p>
      </div>
      {about.description && <p>{plainText(about.description)}</p>}
      <p className="type-days">
        {isEveryDay
          ? say('types.everyDay', { count: event.days.length })
          : about.admitsOn.map((day) => formatCalendarDay(day, language)).join(' · ')}
      </p>
      {companions.length > 0 && <Companions companions={companions} />}
      {about.saleState === 'few_left' && (
        <p className="state state-few">
          {say('types.onlyLeft', { count: formatCount(about.remaining, language) })}
        </p>
      )}
      <PostForm
        className="form"
        idempotencyKey={idempotencyKey}
        values={{ eventId: event.id, choice: about.id }}
      >
        {choice.most > 1 && <Quantity type={about} most={choice.most} chosen={quantity} />}
        <button className={isFirst ? 'button' : 'button button-quiet'} type="submit">
          {wordsOf(about, companions, choice.most)}
        </button>
        <p className="hint">{note(about, companions)}</p>
      </PostForm>
    </li>
  )

  function wordsOf(type: WireTicketType, others: WireTicketType[], most: number): string {
    if (type.price === 0) return say('choose.free')
    // If a quantity can be chosen, the sum is shown beside each one.
    if (most > 1) return say('choose.toPayment')
    return say(others.length > 0 ? 'choose.both' : 'choose.paid', { price })
  }

  function note(type: WireTicketType, others: WireTicketType[]): string {
    if (type.price === 0) return say('choose.freeNote')
    return say(others.some((other) => other.price === 0) ? 'choose.bothNote' : 'choose.paidNote')
  }
}

function Companions({ companions }: { companions: WireTicketType[] }) {
  const { say, language } = useWords()
  return (
    <ul className="benefits">
      {companions.map((type) => (
        <li key={type.id}>
          <Icon name="check" size={18} />{' '}
          <span>
            {say('choose.with', {
              name: type.name,
              price: type.price === 0 ? say('types.free') : formatMoney(type.price, language),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Quantity({ type, most, chosen }: { type: WireTicketType; most: number; chosen: number }) {
  const { say, language } = useWords()
  const id = `quantity-${type.code}`
  return (
    <div className="field">
      <label htmlFor={id}>{say('choose.howMany')}</label>
      <select id={id} name="quantity" defaultValue={String(Math.min(chosen, most))}>
        {Array.from({ length: most }, (_, at) => at + 1).map((count) => (
          <option key={count} value={count}>
            {count} · {formatMoney(count * type.price, language)}
          </option>
        ))}
      </select>
    </div>
  )
}
