import type { Locale } from '@event-sphere/contract/auth'
import type { Scan } from '@event-sphere/contract/check-in'
import { tellDay, tellDays, tellTime } from '../locales/tell-when.ts'
import { fill, words } from '../locales/words.ts'
import type { TicketFacts } from '../tickets/ticket-facts.ts'
import { printedCodeOf } from '../tickets/view.ts'
import type { ScanRow } from './store.ts'

export interface ScanFacts {
  scan: ScanRow
  facts: TicketFacts
  /** With `already_admitted`: the admission of the day. */
  first: ScanRow | undefined
}

export function viewScan(known: ScanFacts, locale: Locale): Scan {
  const { scan, facts, first } = known
  const { ticket, event, type } = facts
  return {
    scanId: scan.id,
    result: scan.result,
    scannedAt: scan.scannedAt,
    checkInLocation: scan.location,
    message: messageOf(known, locale),
    ticket: {
      id: ticket.id,
      ticketCode: printedCodeOf(facts),
      holderName: ticket.holderName,
      ticketTypeName: type.name,
      eventTitle: event.title,
      timezone: event.timezone,
    },
    admittedBefore: first ? { scannedAt: first.scannedAt, checkInLocation: first.location } : null,
  }
}

/** What it means and what to do, with the times of the event's own zone. */
function messageOf({ scan, facts: { event, type }, first }: ScanFacts, locale: Locale): string {
  const tell = (day: string | undefined) => (day === undefined ? '–' : tellDay(day, locale))
  return fill(words(locale).checkIn[scan.result], {
    type: type.name,
    event: event.title,
    time: first ? tellTime(first.scannedAt, event.timezone) : '–',
    place: first?.location ?? '–',
    days: tellDays(type.admitsOn, locale),
    first: tell(type.admitsOn[0]),
    last: tell(type.admitsOn.at(-1)),
  })
}
