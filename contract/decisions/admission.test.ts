import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AdmissionFacts, decideAdmission } from './admission.ts'

const summit = ['2027-07-15', '2027-07-16', '2027-07-17']
const gala = ['2027-07-16']

const valid = (today: string, admitsOn: readonly string[] = summit): AdmissionFacts => ({
  ticketStatus: 'valid',
  admitsOn,
  today,
  wasAdmittedToday: false,
})

test.each<[string, AdmissionFacts, string]>([
  ['on the first day', valid('2027-07-15'), 'admitted'],
  ['on the last day', valid('2027-07-17'), 'admitted'],
  ['a second time on one day', { ...valid('2027-07-16'), wasAdmittedToday: true }, 'already_admitted'],
  ['the day before', valid('2027-07-14'), 'not_yet'],
  ['a year before', valid('2026-07-16'), 'not_yet'],
  ['the day after', valid('2027-07-18'), 'too_late'],
  ['the gala a day early', valid('2027-07-15', gala), 'not_yet'],
  ['the gala on its evening', valid('2027-07-16', gala), 'admitted'],
  ['the gala a day late', valid('2027-07-17', gala), 'too_late'],
  ['between two days of its own', valid('2027-07-16', ['2027-07-15', '2027-07-17']), 'not_today'],
  ['a ticket without days', valid('2027-07-16', []), 'not_today'],
  ['a cancelled ticket', { ...valid('2027-07-16'), ticketStatus: 'cancelled' }, 'cancelled'],
  ['a refunded ticket', { ...valid('2027-07-16'), ticketStatus: 'refunded' }, 'refunded'],
  ['a ticket passed on', { ...valid('2027-07-16'), ticketStatus: 'transferred' }, 'transferred'],
  [
    'a cancelled ticket that was in today, on a wrong day',
    { ticketStatus: 'cancelled', admitsOn: gala, today: '2027-07-20', wasAdmittedToday: true },
    'cancelled',
  ],
])('%s', (_, facts, result) => {
  expect(decideAdmission(facts)).toBe(result)
})

const aDay = fc.integer({ min: 1, max: 12 }).map((day) => `2027-07-${String(day).padStart(2, '0')}`)
const days = fc.uniqueArray(aDay, { maxLength: 6 }).map((listed) => listed.toSorted())
const status = fc.constantFrom('valid', 'transferred', 'cancelled', 'refunded')
const facts: fc.Arbitrary<AdmissionFacts> = fc.record({
  ticketStatus: status,
  admitsOn: days,
  today: aDay,
  wasAdmittedToday: fc.boolean(),
})

test('admitted is exactly: valid, on a listed day, for the first time that day', () => {
  fc.assert(
    fc.property(facts, (some) => {
      const isDue = some.ticketStatus === 'valid' && some.admitsOn.includes(some.today)
      expect(decideAdmission(some) === 'admitted').toBe(isDue && !some.wasAdmittedToday)
      expect(decideAdmission(some) === 'already_admitted').toBe(isDue && some.wasAdmittedToday)
    }),
  )
})

test('whatever is scanned in whatever order, no ticket is admitted twice on one day', () => {
  const tickets = fc.array(fc.record({ ticketStatus: status, admitsOn: days }), {
    minLength: 1,
    maxLength: 4,
  })
  const scans = fc.array(fc.record({ place: fc.nat(3), today: aDay }), { maxLength: 60 })
  fc.assert(
    fc.property(tickets, scans, (held, made) => {
      const entries = new Set<string>()
      for (const { place, today } of made) {
        const ticket = held[place % held.length]
        if (!ticket) continue
        const entry = `${place % held.length} ${today}`
        const result = decideAdmission({ ...ticket, today, wasAdmittedToday: entries.has(entry) })
        if (result !== 'admitted') continue
        expect(entries.has(entry)).toBe(false)
        expect(ticket.ticketStatus).toBe('valid')
        expect(ticket.admitsOn).toContain(today)
        entries.add(entry)
      }
    }),
  )
})
