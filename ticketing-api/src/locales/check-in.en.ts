import type { ScanResult } from '@event-sphere/contract/check-in'

/** What it means, and what to do: read aloud at a door, with people waiting. */
export const checkInInEnglish = {
  admitted: 'Welcome them in: {type}.',
  already_admitted:
    'Already let in today at {time}, {place}. Do not let in again; ask for a name and an ID, or call your lead.',
  not_today: 'This ticket does not open the door today, but on {days}. Ask them to come back then.',
  not_here: 'This ticket opens another door. Show them the way.',
  unpaid: 'The payment is still open. Do not let in; send them to the help desk.',
  cancelled: 'This ticket was cancelled. Do not let in; send them to the help desk.',
  refunded: 'The money for this ticket went back. Do not let in; they can buy a new one.',
  transferred: 'This ticket belongs to somebody else now, under a new code. Do not let in with this one.',
  unknown: 'No ticket has this code. Do not let in; try once more, or type the code.',
  wrong_event: 'This ticket is for another event: {event}. Do not let in.',
  not_yet: 'This ticket opens the door from {first}. Ask them to come back then.',
  too_late: 'The last day of this ticket was {last}. Do not let in; send them to the help desk.',
} satisfies Record<ScanResult, string>
