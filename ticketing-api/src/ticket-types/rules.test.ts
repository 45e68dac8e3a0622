import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import { describe, expect, test } from 'vitest'
import { codeFor, faultsOfTerms, requirementsOf, saleStateOf } from './rules.ts'

const open = {
  saleStartsAt: new Date('2026-02-01T00:00:00+03:00'),
  saleEndsAt: new Date('2026-07-14T23:59:59+03:00'),
  remaining: 500,
  quantity: 500,
  now: new Date('2026-07-01T09:00:00Z'),
  isPaused: false,
}

describe('the state of a sale', () => {
  test.each([
    ['on_sale', {}],
    ['not_started', { now: new Date('2026-01-31T20:59:59.999Z') }],
    ['on_sale', { now: new Date('2026-01-31T21:00:00Z') }],
    ['on_sale', { now: new Date('2026-07-14T20:59:58Z') }],
    ['ended', { now: new Date('2026-07-14T21:00:00Z') }],
    ['ended', { now: new Date('2026-07-15T00:00:00Z'), remaining: 0 }],
    ['not_started', { now: new Date('2026-01-01T00:00:00Z'), remaining: 0 }],
    ['sold_out', { remaining: 0 }],
    ['few_left', { remaining: 1 }],
    ['few_left', { remaining: 25 }],
    ['on_sale', { remaining: 26 }],
    ['few_left', { remaining: 10, quantity: 20 }],
    ['on_sale', { remaining: 11, quantity: 20 }],
    ['on_sale', { saleStartsAt: null, saleEndsAt: null }],
    ['paused', { isPaused: true }],
    ['paused', { isPaused: true, remaining: 0 }],
    ['ended', { isPaused: true, now: new Date('2026-07-15T00:00:00Z') }],
  ] as const)('is %s with %o', (state, facts) => {
    expect(saleStateOf({ ...open, ...facts })).toBe(state)
  })
})

describe('what a type requires', () => {
  const type = (id: string, code: string, priceCents: number) => ({
    id: id as TicketTypeId,
    code,
    priceCents,
  })
  const general = type('a', 'GA', 0)
  const press = type('b', 'PRESS', 0)
  const gala = type('c', 'GALA', 150_000)
  const flag = { metadata: { requiresGeneralAdmission: true } }

  test.each([
    ['nothing, where nothing is said', {}, [general], []],
    ['the type coded GA, by the flag', flag, [press, gala, general], ['a']],
    ['the only free type, by the flag', flag, [gala, press], ['b']],
    ['what is named', { requires: [gala.id] }, [general, gala], ['c']],
    ['what is named and what the flag means', { ...flag, requires: [gala.id] }, [general, gala], ['c', 'a']],
    ['a type once', { ...flag, requires: [general.id] }, [general], ['a']],
    ['what is not offered', { requires: [gala.id] }, [general], undefined],
    ['general admission where nothing is free', flag, [gala], undefined],
    ['general admission where two are free', flag, [press, type('d', 'CREW', 0)], undefined],
  ])('is %s', (_, wishes, offered, required) => {
    expect(requirementsOf(wishes, offered)).toEqual(required)
  })
})

test.each([
  ['General Admission', [], 'GA'],
  ['General Admission', ['GA'], 'GA2'],
  ['General Admission', ['GA', 'GA2'], 'GA3'],
  ['Gala Night Access', [], 'GNA'],
  ['Student', [], 'STUD'],
  ['VIP', [], 'VIP'],
  ['Très-Élégant', [], 'TE'],
  ['晚宴', [], 'T'],
  ['One two three four five six seven eight nine ten', [], 'OTTFFSSE'],
])('%s beside %j gets the code %s', (name, taken, code) => {
  expect(codeFor(name, new Set(taken))).toBe(code)
})

test('terms are judged all at once', () => {
  const terms = {
    priceCents: 2_147_483_648,
    saleStartsAt: open.saleEndsAt,
    saleEndsAt: open.saleStartsAt,
    admitsOn: ['2026-07-18'],
  }
  const faults = faultsOfTerms(terms, ['2026-07-15', '2026-07-16'])
  expect(faults.map((fault) => fault.pointer)).toEqual(['/price', '/saleEndDate', '/admitsOn'])
})

test('terms without a window and days of their own are in order', () => {
  const terms = { priceCents: 0, saleStartsAt: null, saleEndsAt: null, admitsOn: null }
  expect(faultsOfTerms(terms, ['2026-07-15'])).toEqual([])
})
