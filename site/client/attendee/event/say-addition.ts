import type { WireTicketType } from '../../../backend/event-cache/event-cache.ts'
import type { Language, Say } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'

/** What a button says that adds a ticket to what somebody has. */
export function sayAddition({ name, price }: WireTicketType, say: Say, language: Language): string {
  return price === 0
    ? say('event.addFree', { name })
    : say('event.add', { name, price: formatMoney(price, language) })
}
