import { refusalsInEnglish } from './refusals.en.ts'
import { checkInInEnglish } from './check-in.en.ts'
import { ticketsInEnglish } from './tickets.en.ts'

/** A catalogue a room: the rooms add theirs here. */
export const en = {
  refusals: refusalsInEnglish,
  tickets: ticketsInEnglish,
  checkIn: checkInInEnglish,
}
