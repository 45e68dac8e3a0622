import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AdmissionFacts, admissionDay, decideAdmission, type EntranceHours } from './admission.ts'

const summit = ['2027-07-15', '2027-07-16', '2027-07-17']
const gala = ['2027-07-16']
const always = { days: null, opensAt: null, closesAt: null }
const evening = { days: gala, opensAt: '17:30', closesAt: '23:30' }
const night = { days: null, opensAt: '20:00', closesAt: '02:00' }

const good: AdmissionFacts = {
  ticketStatus: 'valid',
  isOfEvent: true,
  eventStatus: 'published',
  isAdmittedHere: true,
  admitsOn: summit,
  entrance: always,
  now: { day: '2027-07-16', time: '18:00' },
  wasAdmittedToday: false,
  isFull: false,
}
const on = (day: string, more: Partial<AdmissionFacts> = {}) => ({
  ...good,
  now: { day, time: '09:00' },
  ...more,
})
const at = (time: string, entrance: EntranceHours = evening, day = '2027-07-16') => ({
  ...good,
  now: { day, time },
  entrance,
})

test.each<[string, AdmissionFacts, string]>([
  ['on the first day', on('2027-07-15'), 'admitted'],
  ['on the last day', on('2027-07-17'), 'admitted'],
  ['a second time on one day', on('2027-07-16', { wasAdmittedToday: true }), 'already_admitted'],
  ['the day before', on('2027-07-14'), 'not_yet'],
  ['a year before', on('2026-07-16'), 'not_yet'],
  ['the day after', on('2027-07-18'), 'too_late'],
  ['the gala a day early', on('2027-07-15', { admitsOn: gala }), 'not_yet'],
  ['the gala on its evening', on('2027-07-16', { admitsOn: gala }), 'admitted'],
  ['the gala a day late', on('2027-07-17', { admitsOn: gala }), 'too_late'],
  ['between two days of its own', on('2027-07-16', { admitsOn: ['2027-07-15', '2027-07-17'] }), 'not_today'],
  ['a ticket without days', on('2027-07-16', { admitsOn: [] }), 'not_today'],
  ['a cancelled ticket', { ...good, ticketStatus: 'cancelled' }, 'cancelled'],
  ['a refunded ticket', { ...good, ticketStatus: 'refunded' }, 'refunded'],
  ['a ticket passed on', { ...good, ticketStatus: 'transferred' }, 'transferred'],
  [
    'a cancelled ticket that was in today, on a wrong day',
    on('2027-07-20', { ticketStatus: 'cancelled', wasAdmittedToday: true }),
    'cancelled',
  ],
  ['a ticket that opens another entrance', { ...good, isAdmittedHere: false }, 'not_here'],
  ['the same on a wrong day', on('2027-07-20', { isAdmittedHere: false }), 'not_here'],
  ['a ticket of another event', { ...good, isOfEvent: false, ticketStatus: 'cancelled' }, 'wrong_event'],
  ['any ticket of a cancelled event', { ...good, eventStatus: 'cancelled' }, 'cancelled'],
  ['any ticket of a draft', { ...good, eventStatus: 'draft' }, 'not_yet'],
  ['the last place of the capacity', { ...good, isFull: false }, 'admitted'],
  ['one too many', { ...good, isFull: true }, 'full'],
  [
    'a person already admitted, while it is full',
    { ...good, isFull: true, wasAdmittedToday: true },
    'already_admitted',
  ],
  ['before the entrance opens', at('17:29'), 'not_yet'],
  ['as it opens', at('17:30'), 'admitted'],
  ['in its last minute', at('23:29'), 'admitted'],
  ['as it closes', at('23:30'), 'too_late'],
  ['a day before the entrance opens', at('18:00', evening, '2027-07-15'), 'not_yet'],
  ['a day after', at('18:00', evening, '2027-07-17'), 'too_late'],
  ['before a night', at('19:59', night), 'not_yet'],
  ['in a night', at('23:59', night), 'admitted'],
  ['in a night, past midnight', at('01:59', night, '2027-07-17'), 'admitted'],
  ['in the last night, past midnight', at('00:30', night, '2027-07-18'), 'admitted'],
  ['after the last night', at('02:00', night, '2027-07-18'), 'too_late'],
  ['past midnight, before the first night', at('00:30', night, '2027-07-15'), 'not_yet'],
  ['after a night, before the next', at('02:00', night, '2027-07-17'), 'not_yet'],
  ['an entrance that only opens late', at('08:59', { ...always, opensAt: '09:00' }), 'not_yet'],
  ['an entrance that only closes early', at('12:00', { ...always, closesAt: '12:00' }), 'too_late'],
])('%s', (_, facts, result) => {
  expect(decideAdmission(facts)).toBe(result)
})

test('a night is one day, across midnight and the end of a month', () => {
  expect(admissionDay(night, { day: '2027-07-31', time: '23:00' })).toBe('2027-07-31')
  expect(admissionDay(night, { day: '2027-08-01', time: '01:59' })).toBe('2027-07-31')
  expect(admissionDay(night, { day: '2027-08-01', time: '02:00' })).toBe('2027-08-01')
  expect(admissionDay(evening, { day: '2027-08-01', time: '01:59' })).toBe('2027-08-01')
})

const aDay = fc.integer({ min: 1, max: 12 }).map((day) => `2027-07-${String(day).padStart(2, '0')}`)
const days = fc.uniqueArray(aDay, { maxLength: 6 }).map((listed) => listed.toSorted())
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 29, 30, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const entrance = fc.record({
  days: fc.option(days),
  opensAt: fc.option(aTime),
  closesAt: fc.option(aTime),
})
const now = fc.record({ day: aDay, time: aTime })
const status = fc.constantFrom('valid', 'transferred', 'cancelled', 'refunded')
const facts: fc.Arbitrary<AdmissionFacts> = fc.record({
  ticketStatus: status,
  isOfEvent: fc.boolean(),
  eventStatus: fc.constantFrom('draft', 'published', 'cancelled'),
  isAdmittedHere: fc.boolean(),
  admitsOn: days,
  entrance,
  now,
  wasAdmittedToday: fc.boolean(),
  isFull: fc.boolean(),
})

/** Minutes since 1 July: an independent way to compute whether an entrance is open. */
const minutes = (day: string, time: string) =>
  Number(day.slice(8)) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
function isOpen({
  admitsOn,
  entrance: { days: own, opensAt, closesAt },
  now: { day, time },
}: AdmissionFacts) {
  const moment = minutes(day, time)
  return admitsOn.some((each) => {
    if (own && !own.includes(each)) return false
    const from = minutes(each, opensAt ?? '00:00')
    const until = closesAt === null ? minutes(each, '24:00') : minutes(each, closesAt)
    const isNextDay = opensAt !== null && closesAt !== null && closesAt <= opensAt
    return moment >= from && moment < (isNextDay ? until + 1440 : until)
  })
}

test('exactly the valid tickets of a published event are admitted, at an open entrance that they open', () => {
  fc.assert(
    fc.property(facts, (some) => {
      const isDue =
        some.isOfEvent &&
        some.ticketStatus === 'valid' &&
        some.eventStatus === 'published' &&
        some.isAdmittedHere &&
        isOpen(some)
      const result = decideAdmission(some)
      expect(['admitted', 'already_admitted', 'full'].includes(result)).toBe(isDue)
      if (!isDue) return
      const expected = some.wasAdmittedToday ? 'already_admitted' : some.isFull ? 'full' : 'admitted'
      expect(result).toBe(expected)
    }),
    { numRuns: 2_000 },
  )
})

test('in any order of scans, no ticket is admitted twice at one entrance on one day', () => {
  const tickets = fc.array(fc.record({ ticketStatus: status, admitsOn: days }), {
    minLength: 1,
    maxLength: 4,
  })
  const scans = fc.array(fc.record({ which: fc.nat(3), door: fc.nat(1), now }), { maxLength: 60 })
  fc.assert(
    fc.property(tickets, fc.array(entrance, { minLength: 2, maxLength: 2 }), scans, (held, doors, made) => {
      const entries = new Set<string>()
      for (const scan of made) {
        const ticket = held[scan.which % held.length]
        const door = doors[scan.door]
        if (!ticket || !door) continue
        const entry = `${scan.which % held.length} ${scan.door} ${admissionDay(door, scan.now)}`
        const wasAdmittedToday = entries.has(entry)
        const result = decideAdmission({
          ...good,
          ...ticket,
          entrance: door,
          now: scan.now,
          wasAdmittedToday,
        })
        if (result !== 'admitted') continue
        expect(wasAdmittedToday).toBe(false)
        expect(ticket.ticketStatus).toBe('valid')
        expect(ticket.admitsOn).toContain(admissionDay(door, scan.now))
        entries.add(entry)
      }
    }),
  )
})
