import type { Locale } from '@event-sphere/contract/auth'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { tellPrice } from '../locales/tell-price.ts'
import { tellDays, tellPeriod } from '../locales/tell-when.ts'
import { fill, words } from '../locales/words.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { printedCodeOf } from './view.ts'

/** All that the mail with a purchase's tickets says, in the buyer's language; how it looks is for others to say. */
export interface TicketMail {
  locale: Locale
  subject: string
  hello: string
  opening: string
  advice: string
  /** Where the mail does not show all. */
  more: string | undefined
  why: string
  title: string
  when: string
  where: string | null
  tickets: readonly MailedTicket[]
  myTicketsUrl: string
}

export interface MailedTicket {
  /** Of its QR's picture within the message (RFC 2392). */
  pictureId: string
  number: string
  typedCode: string
  typeName: string
  holderName: string | null
  admits: string
  price: string
}

/** More than anybody buys at once. The rest is on the site, and the mail says so. */
export const mostMailed = 100

/** Who is written to, and what each type cost them. */
export interface Mailed {
  locale: Locale
  firstName: string | null
  prices: ReadonlyMap<TicketTypeId, Cents>
}

export function describeMail(
  { locale, firstName, prices }: Mailed,
  tickets: readonly [TicketFacts, ...TicketFacts[]],
  myTicketsUrl: string,
): TicketMail {
  const { event } = tickets[0]
  const { mail } = words(locale).tickets
  const values = { event: event.title, count: tickets.length, shown: mostMailed, name: firstName ?? '' }
  const say = (text: { one: string; many: string }) =>
    fill(tickets.length === 1 ? text.one : text.many, values)
  return {
    locale,
    subject: say(mail.subject),
    hello: fill(firstName ? mail.hello : mail.helloNameless, values),
    opening: say(mail.opening),
    advice: say(mail.advice),
    more: tickets.length > mostMailed ? fill(mail.more, values) : undefined,
    why: fill(mail.why, values),
    title: event.title,
    when: tellPeriod(event.startsAt, event.endsAt, event.timezone, locale),
    where: event.locationName,
    tickets: tickets.slice(0, mostMailed).map((facts) => describeTicket(facts, prices, locale)),
    myTicketsUrl,
  }
}

function describeTicket(facts: TicketFacts, prices: Mailed['prices'], locale: Locale): MailedTicket {
  const { ticket, type } = facts
  return {
    pictureId: pictureIdOf(facts),
    number: printedCodeOf(facts),
    typedCode: ticket.typedCode,
    typeName: type.name,
    holderName: ticket.holderName,
    admits: tellDays(type.admitsOn, locale),
    price: tellPrice(prices.get(type.id) ?? 0, locale),
  }
}

export const pictureIdOf = ({ ticket }: TicketFacts) => `${ticket.id}@tickets.event-sphere`
