import type { Locale } from '@event-sphere/contract/auth'
import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { tellPrice } from '../locales/tell-price.ts'
import { tellDays, tellPeriod, tellZone } from '../locales/when.ts'
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
  /** M-Pesa's codes of the money that paid for it. */
  receipts: string | undefined
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

/** Who is written to, what each type cost them, when its own entrance opens (`17:30`), and M-Pesa's receipts. */
export interface Mailed {
  locale: Locale
  firstName: string | null
  prices: ReadonlyMap<TicketTypeId, Cents>
  opens: ReadonlyMap<TicketTypeId, string>
  receipts: readonly string[]
}

export function describeMail(
  mailed: Mailed,
  tickets: readonly [TicketFacts, ...TicketFacts[]],
  myTicketsUrl: string,
): TicketMail {
  const [{ event, type }] = tickets
  const { locale, firstName, receipts } = mailed
  const { mail } = words(locale).tickets
  const isOneType = tickets.every((facts) => facts.type.id === type.id)
  const values = {
    ...{ event: event.title, type: type.name, count: tickets.length },
    ...{ shown: mostMailed, name: firstName ?? '' },
  }
  const say = (text: { one: string; many: string }) =>
    fill(tickets.length === 1 ? text.one : text.many, values)
  return {
    locale,
    subject: say(isOneType ? mail.subjectOfType : mail.subject),
    hello: fill(firstName ? mail.hello : mail.helloNameless, values),
    opening: say(mail.opening),
    advice: say(mail.advice),
    more: tickets.length > mostMailed ? fill(mail.more, values) : undefined,
    why: fill(mail.why, values),
    title: event.title,
    when:
      isOneType && !isWhole(tickets[0])
        ? tellAdmission(tickets[0], mailed)
        : tellPeriod(event.startsAt, event.endsAt, event.timezone, locale),
    where: event.locationName,
    receipts: receipts.length > 0 ? receipts.join(', ') : undefined,
    tickets: tickets.slice(0, mostMailed).map((facts) => describeTicket(facts, mailed)),
    myTicketsUrl,
  }
}

function describeTicket(facts: TicketFacts, mailed: Mailed): MailedTicket {
  const { ticket, type } = facts
  return {
    pictureId: pictureIdOf(facts),
    number: printedCodeOf(facts),
    typedCode: ticket.typedCode,
    typeName: type.name,
    holderName: ticket.holderName,
    admits: tellAdmission(facts, mailed),
    price: tellPrice(mailed.prices.get(type.id) ?? 0, mailed.locale),
  }
}

/** Its days, and the hour at which its entrance opens, if it has one of its own. */
function tellAdmission({ event, type }: TicketFacts, { locale, opens }: Mailed): string {
  const days = tellDays(type.admitsOn, locale)
  const hour = opens.get(type.id)
  if (!hour) return days
  const time = `${hour} ${tellZone(event.startsAt, event.timezone)}`
  return fill(words(locale).tickets.mail.gateOpens, { days, time })
}

/** Good on all days of the event. */
function isWhole({ event, type }: TicketFacts): boolean {
  const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: event.timezone }).format(at)
  const [first, last] = [dayOf(event.startsAt), dayOf(event.endsAt)]
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
  return type.admitsOn.length === days && type.admitsOn[0] === first
}

export const pictureIdOf = ({ ticket }: TicketFacts) => `${ticket.id}@tickets.event-sphere`
