import type { WireEvent, WireTicketType } from '../../backend/event-cache/event-cache.ts'
import { useWords } from '../locales/words.ts'
import { formatCount, formatMoney } from '../ui/formats.ts'
import { Icon } from '../ui/icon.tsx'
import { PostForm } from '../ui/post-form.tsx'

interface ChoiceCardProps {
  event: WireEvent
  ticketTypes: WireTicketType[]
  idempotencyKey: string
}

/** One choice, one tap. */
export function ChoiceCard({ event, ticketTypes, idempotencyKey }: ChoiceCardProps) {
  const { say, language } = useWords()
  const about = ticketTypes.at(-1)
  if (!about) return null
  const names = ticketTypes.map((type) => type.name)
  const money = (type: WireTicketType) =>
    type.price === 0 ? say('types.free') : formatMoney(type.price, language)
  const act = about.price === 0 ? say('choose.free') : say('choose.paid', { price: money(about) })
  return (
    <li className="choice">
      <h2>{names.join(' + ')}</h2>
      <p className="price">{money(about)}</p>
      {ticketTypes.length === 1 && about.description && <p>{about.description}</p>}
      <ul className="benefits">
        {ticketTypes.length > 1
          ? ticketTypes.map((type) => (
              <li key={type.id}>
                <Icon name="check" size={18} />
                <span>
                  <strong>{type.name}</strong> · {money(type)}
                  {type.description && <small>{type.description}</small>}
                </span>
              </li>
            ))
          : about.benefits.map((benefit) => (
              <li key={benefit}>
                <Icon name="check" size={18} /> {benefit}
              </li>
            ))}
      </ul>
      {about.saleState === 'few_left' && (
        <p className="state state-few">
          {say('types.onlyLeft', { count: formatCount(about.remaining, language) })}
        </p>
      )}
      <p className="hint">{about.price === 0 ? say('choose.freeNote') : say('choose.paidNote')}</p>
      <PostForm idempotencyKey={idempotencyKey} values={{ eventId: event.id, choice: about.id }}>
        {ticketTypes.map((type) => (
          <input key={type.id} type="hidden" name="ticketType" value={type.id} />
        ))}
        <button className="button" type="submit">
          {act}
        </button>
      </PostForm>
    </li>
  )
}
