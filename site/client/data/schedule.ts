import type { WordKey } from '../locales/words.ts'

export interface Session {
  /** The day of the event, counted from 1, so that the agenda fits any year. */
  day: number
  from: string
  to: string
  title: WordKey
  place: WordKey
  /** The code of the required ticket type, if general admission is not enough. */
  ticketTypeCode?: string
}

/** The code of the event with this agenda. */
export const scheduleOf = 'EBS2026'

export const dayThemes: WordKey[] = ['agenda.day1', 'agenda.day2', 'agenda.day3']

const pavilion = 'agenda.place.pavilion'
const hall = 'agenda.place.hall'
const field = 'agenda.place.field'
const lounge = 'agenda.place.lounge'

export const schedule: Session[] = [
  { day: 1, from: '08:00', to: '09:00', title: 'agenda.doors', place: field },
  { day: 1, from: '09:00', to: '10:30', title: 'agenda.opening', place: pavilion },
  { day: 1, from: '11:00', to: '12:30', title: 'agenda.keynote', place: pavilion },
  { day: 1, from: '14:00', to: '15:30', title: 'agenda.agribusiness', place: pavilion },
  { day: 1, from: '14:00', to: '15:30', title: 'agenda.export', place: hall },
  { day: 1, from: '16:00', to: '17:30', title: 'agenda.matchmaking', place: lounge },
  { day: 2, from: '08:30', to: '10:00', title: 'agenda.investment', place: pavilion },
  { day: 2, from: '10:30', to: '12:00', title: 'agenda.sport', place: pavilion },
  { day: 2, from: '10:30', to: '12:00', title: 'agenda.tenders', place: hall },
  { day: 2, from: '14:00', to: '15:30', title: 'agenda.finance', place: hall },
  { day: 2, from: '15:45', to: '17:00', title: 'agenda.exhibition', place: field },
  { day: 2, from: '18:00', to: '23:00', title: 'agenda.gala', place: lounge, ticketTypeCode: 'GALA' },
  { day: 3, from: '08:30', to: '10:00', title: 'agenda.youth', place: pavilion },
  { day: 3, from: '10:30', to: '12:00', title: 'agenda.industry', place: pavilion },
  { day: 3, from: '10:30', to: '12:00', title: 'agenda.digital', place: hall },
  { day: 3, from: '14:00', to: '15:30', title: 'agenda.deals', place: lounge },
  { day: 3, from: '16:00', to: '17:00', title: 'agenda.closing', place: pavilion },
]
