import { expect, test } from 'vitest'
import { aPlace } from '../api/cast.ts'
import { dayThere, eventsOf, isToday, stillThere } from './rules.ts'

const summit = { eventId: 'event_1', eventTitle: 'Summit', eventDays: ['2027-07-15', '2027-07-16'] }
const fair = { eventId: 'event_2', eventTitle: 'Fair', eventDays: ['2027-07-16'] }
const places = [
  aPlace({ ...summit, entranceId: 'entrance_1' }),
  aPlace({ ...summit, entranceId: 'entrance_2', entranceName: 'Gala Night' }),
  aPlace({ ...fair, entranceId: 'entrance_3' }),
]
const titlesAt = (now: string) => eventsOf(places, new Date(now)).map(({ title }) => title)

test('the day is the event’s, whatever the phone’s time zone', () => {
  expect(dayThere(new Date('2027-07-15T20:59:00Z'), 'Africa/Nairobi')).toBe('2027-07-15')
  expect(dayThere(new Date('2027-07-15T21:00:00Z'), 'Africa/Nairobi')).toBe('2027-07-16')
})

test("today's events can be chosen; on a day without any, all upcoming ones", () => {
  expect(titlesAt('2027-07-15T08:00:00Z')).toEqual(['Summit'])
  expect(titlesAt('2027-07-16T08:00:00Z')).toEqual(['Summit', 'Fair'])
  expect(titlesAt('2027-07-01T08:00:00Z')).toEqual(['Summit', 'Fair'])
})

test('a night still belongs to the day before', () => {
  const days = ['2027-07-16']
  const timezone = 'Africa/Nairobi'
  expect(isToday({ days, timezone }, new Date('2027-07-16T22:30:00Z'))).toBe(true)
  expect(isToday({ days, timezone }, new Date('2027-07-17T06:00:00Z'))).toBe(false)
})

test("an event's entrances are grouped, in their order", () => {
  const [first] = eventsOf(places, new Date('2027-07-15T08:00:00Z'))
  expect(first?.places.map(({ entranceId }) => entranceId)).toEqual(['entrance_1', 'entrance_2'])
})

test('a device keeps its entrance, in its present state, while it may be chosen', () => {
  const kept = aPlace({ entranceId: 'entrance_2', entranceName: 'Gala dinner' })
  const today = eventsOf(places, new Date('2027-07-15T08:00:00Z'))
  expect(stillThere(kept, today)?.entranceName).toBe('Gala Night')
  expect(stillThere(aPlace({ entranceId: 'entrance_3' }), today)).toBeUndefined()
  expect(stillThere(undefined, today)).toBeUndefined()
})
