import type { WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import type { Language, Say } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'

/** The label of a button that adds a ticket to a registration. */
export function sayAddition({ name, price }: WireTicketType, say: Say, language: Language): string {
  return price === 0
    ? say('event.addFree', { name })
    : say('event.add', { name, price: formatMoney(price, language) })
}
