import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import type { Posting } from '../ledger/posting.ts'
import { allIsOwed, earnedBy, heldIsOwed, receivedFor } from './postings.ts'

const gala = (held: number, owed = 0, earned = 0) => ({
  id: newUuid() as PurchaseId,
  organizationId: newUuid() as OrganizationId,
  totalCents: toCents(150_000),
  heldCents: toCents(held),
  earnedCents: toCents(earned),
  owedCents: toCents(owed),
})
const sumOf = ({ entries }: Posting) => Object.values(entries).reduce((sum, cents) => sum + cents, 0)

test('money that comes in is held', () => {
  const payment = { cents: toCents(150_000), paymentId: newUuid() as PaymentId, receipt: null }
  expect(receivedFor(gala(0), payment)).toMatchObject({
    cause: 'received',
    paymentId: payment.paymentId,
    entries: { mpesa: 150_000, held_for: -150_000 },
  })
})

test.each([
  ['exactly the price', gala(150_000), { held_for: 150_000, earned: -150_000, owed_back: 0 }],
  ['too much', gala(160_000), { held_for: 160_000, earned: -150_000, owed_back: -10_000 }],
  [
    'a part that was owed back before',
    gala(50_000, 100_000),
    { held_for: 50_000, earned: -150_000, owed_back: 100_000 },
  ],
  ['more than that', gala(100_000, 100_000), { held_for: 100_000, earned: -150_000, owed_back: 50_000 }],
])('a completed purchase earns its price, of %s, and the rest is owed back', (_, purchase, entries) => {
  const posting = earnedBy(purchase)
  expect(posting).toMatchObject({ cause: 'completed', entries })
  expect(sumOf(posting)).toBe(0)
})

test('what buys nothing is owed back, and what was earned stays earned', () => {
  const posting = heldIsOwed(gala(150_000, 0, 150_000), 'buys_nothing')
  expect(posting.entries).toEqual({ held_for: 150_000, earned: 0, owed_back: -150_000 })
})

test('when an event does not take place, what was earned is owed back too', () => {
  const posting = allIsOwed(gala(0, 10_000, 150_000), 'event_cancelled')
  expect(posting.entries).toEqual({ held_for: 0, earned: 150_000, owed_back: -150_000 })
})
