import type { QuotaId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { expect, test } from 'vitest'
import type { SaleType } from '../seats/stock.ts'
import { mergeItems, type QuoteFacts, quotePurchase } from './rules.ts'

const ga = 'ga' as TicketTypeId
const gala = 'gala' as TicketTypeId
const plain: SaleType = {
  id: ga,
  number: 1,
  code: 'GA',
  name: 'General Admission',
  priceCents: toCents(0),
  saleStartsAt: new Date('2026-02-01T00:00:00+03:00'),
  saleEndsAt: new Date('2026-07-14T23:59:59+03:00'),
  isActive: true,
  maxPerPurchase: 10,
  maxPerPerson: 10,
  requires: [],
  includes: [],
  admitsOn: ['2026-07-15'],
  quotaIds: ['q' as QuotaId],
  lastSerial: 0,
}
const dinner: SaleType = {
  ...plain,
  id: gala,
  number: 2,
  code: 'GALA',
  priceCents: toCents(150_000),
  requires: [ga],
}

const facts = (change: Partial<QuoteFacts> = {}): QuoteFacts => ({
  types: new Map([
    [ga, plain],
    [gala, dinner],
  ]),
  now: new Date('2026-07-01T09:00:00Z'),
  ownedOf: () => 0,
  waitingFor: () => 0,
  openPurchases: 0,
  waitingSeats: 0,
  hasSeats: () => true,
  statedTotal: undefined,
  ...change,
})
const one = (ticketTypeId: TicketTypeId, quantity = 1) => ({ ticketTypeId, quantity })

test('general admission and gala together cost the gala', () => {
  expect(quotePurchase([one(ga), one(gala)], facts())).toMatchObject({ ok: true, total: 150_000 })
})

test('the gala needs general admission, in the same purchase or held already', () => {
  expect(quotePurchase([one(gala)], facts())).toEqual({
    ok: false,
    reason: 'requirement_missing',
    requires: [ga],
  })
  const registered = facts({ ownedOf: (id) => (id === ga ? 1 : 0) })
  expect(quotePurchase([one(gala)], registered)).toMatchObject({ ok: true, total: 150_000 })
})

test('general admission that waits for money fulfils nothing: it may never come', () => {
  const waiting = facts({ waitingFor: (id) => (id === ga ? 1 : 0) })
  expect(quotePurchase([one(gala)], waiting)).toMatchObject({ ok: false, reason: 'requirement_missing' })
})

test.each([
  ['2026-01-31T23:59:59+03:00', 'not_started'],
  ['2026-07-15T00:00:00+03:00', 'ended'],
])('at %s the sale has %s', (now, saleState) => {
  expect(quotePurchase([one(ga)], facts({ now: new Date(now) }))).toEqual({
    ok: false,
    reason: 'sale_closed',
    saleState,
  })
})

test('the sale is open in its first and in its last second', () => {
  for (const now of ['2026-02-01T00:00:00+03:00', '2026-07-14T23:59:59+03:00']) {
    expect(quotePurchase([one(ga)], facts({ now: new Date(now) }))).toMatchObject({ ok: true })
  }
})

test('a total that is not ours is refused with ours', () => {
  const stated = facts({ statedTotal: toCents(100) })
  expect(quotePurchase([one(ga), one(gala)], stated)).toEqual({
    ok: false,
    reason: 'total_changed',
    total: 150_000,
  })
})

test('a type that is hidden or of another event is unknown', () => {
  expect(quotePurchase([one('other' as TicketTypeId)], facts())).toEqual({
    ok: false,
    reason: 'ticket_type_unknown',
  })
  const hidden = facts({ types: new Map([[ga, { ...plain, isActive: false }]]) })
  expect(quotePurchase([one(ga)], hidden)).toEqual({ ok: false, reason: 'ticket_type_unknown' })
})

test('whoever has general admission once has the gala once', () => {
  const owns = (general: number, galas: number) => facts({ ownedOf: (id) => (id === ga ? general : galas) })
  const missing = { ok: false, reason: 'requirement_missing', requires: [ga] }
  expect(quotePurchase([one(gala, 2)], owns(1, 0))).toEqual(missing)
  expect(quotePurchase([one(gala)], owns(1, 1))).toEqual(missing)
  expect(quotePurchase([one(gala, 2), one(ga)], owns(1, 0))).toMatchObject({ ok: true })
  const waiting = facts({ ownedOf: (id) => (id === ga ? 1 : 0), waitingFor: (id) => (id === gala ? 1 : 0) })
  expect(quotePurchase([one(gala)], waiting)).toEqual(missing)
})

test('limits count one purchase, and a person over all of theirs', () => {
  expect(quotePurchase([one(ga, 11)], facts())).toEqual({
    ok: false,
    reason: 'limit_reached',
    limit: { ticketTypeId: ga, most: 10, owned: 0, waiting: 0 },
  })
  const types = new Map([[ga, { ...plain, maxPerPerson: 2 }]])
  expect(quotePurchase([one(ga)], facts({ types, ownedOf: () => 1, waitingFor: () => 1 }))).toEqual({
    ok: false,
    reason: 'limit_reached',
    limit: { ticketTypeId: ga, most: 2, owned: 1, waiting: 1 },
  })
  expect(quotePurchase([one(ga)], facts({ types, ownedOf: () => 1 }))).toMatchObject({ ok: true })
})

test('a bundle counts as everything that it includes: towards limits, and towards what is required', () => {
  const both = 'both' as TicketTypeId
  const bundle = { ...plain, id: both, code: 'BOTH', priceCents: toCents(150_000), includes: [ga, gala] }
  const types = new Map([
    [ga, { ...plain, maxPerPerson: 1 }],
    [gala, dinner],
    [both, bundle],
  ])
  expect(quotePurchase([one(both)], facts({ types }))).toMatchObject({ ok: true, total: 150_000 })
  expect(quotePurchase([one(both)], facts({ types, ownedOf: (id) => (id === ga ? 1 : 0) }))).toEqual({
    ok: false,
    reason: 'limit_reached',
    limit: { ticketTypeId: ga, most: 1, owned: 1, waiting: 0 },
  })
})

test('what waits for money is bounded, in purchases and in seats; what is free is not', () => {
  const pays = [one(ga), one(gala)]
  const tooMany = { ok: false, reason: 'too_many_unpaid' }
  expect(quotePurchase(pays, facts({ openPurchases: 3 }))).toEqual(tooMany)
  expect(quotePurchase(pays, facts({ waitingSeats: 19 }))).toEqual(tooMany)
  expect(quotePurchase(pays, facts({ openPurchases: 2, waitingSeats: 18 }))).toMatchObject({ ok: true })
  expect(quotePurchase([one(ga)], facts({ openPurchases: 3 }))).toMatchObject({ ok: true })
})

test('what M-Pesa cannot move at once cannot be ordered at once', () => {
  const types = new Map([
    [ga, { ...plain, priceCents: toCents(25_000_00), maxPerPurchase: 20, maxPerPerson: 20 }],
  ])
  expect(quotePurchase([one(ga, 10)], facts({ types }))).toMatchObject({ ok: true, total: 250_000_00 })
  expect(quotePurchase([one(ga, 11)], facts({ types }))).toEqual({ ok: false, reason: 'amount_too_large' })
})

test('without seats it is sold out', () => {
  expect(quotePurchase([one(ga)], facts({ hasSeats: () => false }))).toEqual({
    ok: false,
    reason: 'sold_out',
  })
})

test('a type that is named twice is one line, so that it cannot slip under a limit', () => {
  expect(mergeItems([one(ga, 6), one(gala), one(ga, 6)])).toEqual([one(ga, 12), one(gala, 1)])
})
