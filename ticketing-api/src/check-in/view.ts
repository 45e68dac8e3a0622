import type { Locale } from '@event-sphere/contract/auth'
import type { Scan } from '@event-sphere/contract/check-in'
import { admissionDay, commonDays } from '@event-sphere/contract/decisions/admission'
import type { Door } from '../entrances/find-door.ts'
import { tellDay, tellDays, tellTime } from '../locales/when.ts'
import { fill, words } from '../locales/words.ts'
import type { FoundTicket } from '../tickets/find-ticket-by-code.ts'
import { printedCodeOf } from '../tickets/view.ts'
import { wallClockThere } from './rules.ts'
import type { OtherTicket, ScanRow } from './store.ts'

export interface ScanFacts {
  scan: ScanRow
  door: Door
  found: FoundTicket
  /** With `already_admitted`: the admission of the day. */
  first: ScanRow | undefined
  /** With `not_here`: the holder's ticket that opens this entrance. */
  other: OtherTicket | undefined
  /** With `not_here`: the names of the entrances that the ticket opens. */
  opens: readonly string[]
}

export function viewScan(known: ScanFacts, locale: Locale): Scan {
  const { scan, door, found, first, other } = known
  const { ticket, event, type } = found.facts
  return {
    scanId: scan.id,
    result: scan.result,
    scannedAt: scan.scannedAt,
    checkInLocation: scan.location,
    entrance: { id: door.id, name: door.name },
    message: messageOf(known, locale),
    needsNameCheck: found.readBy === 'printed',
    ticket: {
      id: ticket.id,
      ticketCode: printedCodeOf(found.facts),
      status: ticket.status,
      holderName: ticket.holderName,
      ticketTypeName: type.name,
      eventTitle: event.title,
      timezone: event.timezone,
    },
    admittedBefore: first ? { scannedAt: first.scannedAt, checkInLocation: first.location } : null,
    otherTicket: other ?? null,
  }
}

/** What it means and what to do, with the times of the event's own zone. */
function messageOf(known: ScanFacts, locale: Locale): string {
  const { door, found, first, other, opens } = known
  const { event, type } = found.facts
  const days = commonDays(type.admitsOn, door.days)
  const tell = (day: string | undefined) => (day === undefined ? '–' : tellDay(day, locale))
  const said = words(locale).checkIn
  return fill(said[wordOf(known)], {
    type: type.name,
    event: event.title,
    entrance: door.name,
    time: first ? tellTime(first.scannedAt, event.timezone) : '–',
    place: first?.location ?? '–',
    days: tellDays(days, locale),
    first: tell(days[0]),
    last: tell(days.at(-1)),
    opensAt: door.opensAt ?? '00:00',
    closesAt: door.closesAt ?? '24:00',
    opens: opens.join(', '),
    other: other?.ticketTypeName ?? '–',
  })
}

type Said = keyof ReturnType<typeof words>['checkIn']

/** One result can have several causes, and each asks for something else. */
function wordOf({ scan, door, found, other }: ScanFacts): Said {
  const { result } = scan
  const days = commonDays(found.facts.type.admitsOn, door.days)
  const isItsDay = days.includes(admissionDay(door, wallClockThere(scan.scannedAt, door.timezone)))
  switch (result) {
    case 'admitted':
      return found.readBy === 'printed' ? 'admitted_by_printed' : 'admitted'
    case 'not_here':
      if (!other) return 'not_here'
      return other.isAlreadyAdmitted ? 'not_here_other_is_in' : 'not_here_has_other'
    case 'not_yet':
      if (door.eventStatus === 'draft') return 'not_yet_draft'
      return isItsDay ? 'not_yet_today' : 'not_yet'
    case 'too_late':
      return isItsDay ? 'too_late_today' : 'too_late'
    case 'cancelled':
      return found.facts.ticket.status === 'valid' ? 'cancelled_event' : 'cancelled'
    default:
      return result
  }
}
