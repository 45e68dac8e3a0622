import { expect, test } from 'vitest'
import { tellDay, tellDays, tellPeriod, tellTime } from './when.ts'

const nairobi = 'Africa/Nairobi'

test('a day is told in the language of the reader', () => {
  expect(tellDay('2027-07-16', 'en')).toBe('Fri, 16 July 2027')
  expect(tellDay('2027-07-16', 'sw')).toBe('Ijumaa, 16 Julai 2027')
})

test.each([
  [['2027-07-16'], 'Fri, 16 July 2027'],
  [['2027-07-31', '2027-08-01', '2027-08-02'], 'Sat, 31 July 2027 – Mon, 2 August 2027'],
  [['2027-07-15', '2027-07-17'], 'Thu, 15 July 2027; Sat, 17 July 2027'],
  [[], '–'],
])('%j is told as %s', (days, told) => {
  expect(tellDays(days, 'en')).toBe(told)
})

test('the time is the clock on the wall there, and says whose it is', () => {
  const at = new Date('2027-07-15T05:00:00Z')
  expect(tellTime(at, nairobi)).toBe('08:00 EAT')
  expect(tellTime(at, 'Africa/Lagos')).toBe('06:00 WAT')
  expect(tellTime(new Date('2027-07-15T21:05:00Z'), nairobi)).toBe('00:05 EAT')
})

test('within one day the day is told once, and it is the day there', () => {
  const [from, to] = [new Date('2027-07-16T15:00:00Z'), new Date('2027-07-16T20:00:00Z')]
  expect(tellPeriod(from, to, nairobi, 'en')).toBe('Fri, 16 July 2027, 18:00–23:00 EAT')
  expect(tellPeriod(from, new Date('2027-07-16T22:00:00Z'), nairobi, 'en')).toBe(
    'Fri, 16 July 2027, 18:00 – Sat, 17 July 2027, 01:00 EAT',
  )
})

test('a period in Swahili', () => {
  const [from, to] = [new Date('2027-07-15T05:00:00Z'), new Date('2027-07-17T15:00:00Z')]
  expect(tellPeriod(from, to, nairobi, 'sw')).toBe(
    'Alhamisi, 15 Julai 2027, 08:00 – Jumamosi, 17 Julai 2027, 18:00 EAT',
  )
})
