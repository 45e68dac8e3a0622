import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { kindOfResult } from '../gateways/mpesa/result-codes.ts'
import { en, sw } from '../locales/catalogues.ts'
import type { PaymentRow } from './payment-row.ts'
import { after, type PayablePurchase } from './rules.ts'
import { sayPayment } from './say-payment.ts'

const now = new Date('2026-07-01T09:00:00Z')
const waiting: PayablePurchase & { account: string } = {
  account: 'WHK7J79HHK',
  status: 'pending_payment',
  totalCents: toCents(150_000),
  paidCents: noCents,
  owedCents: noCents,
  expiresAt: after(now, 1800),
}
const prompted: PaymentRow = {
  id: newUuid() as PaymentId,
  purchaseId: newUuid() as PurchaseId,
  phone: '+254712345678',
  amountCents: toCents(150_000),
  status: 'prompted',
  merchantRequestId: 'm-1',
  checkoutRequestId: 'ws_CO_1',
  resultCode: null,
  paidCents: null,
  receipt: null,
  createdAt: now,
  answeredAt: now,
  openUntil: after(now, 120),
  settledAt: null,
  refusedBecause: null,
  retryAt: null,
  nextQueryAt: after(now, 15),
  isAfterUndecided: false,
}
const say = (
  payment: Partial<PaymentRow>,
  purchase: Partial<PayablePurchase> = {},
  locale: 'en' | 'sw' = 'en',
) => sayPayment({ ...prompted, ...payment }, { ...waiting, ...purchase }, locale)
const failedBy = (resultCode: string, locale: 'en' | 'sw' = 'en') =>
  say({ status: 'failed', resultCode, settledAt: now }, {}, locale)
const paid = (purchase: Partial<PayablePurchase> & { paidCents: Cents }) =>
  say({ status: 'paid', resultCode: '0' }, purchase)

const failures = [
  '1',
  '2',
  '3',
  '4',
  '8',
  '17',
  '1019',
  '1025',
  '1032',
  '1037',
  '2001',
  '2028',
  'SFC_IC0003',
  '8006',
]
const open = ['26', '1001', '4999', '9999', 'E3008']

test('every failure has words of its own in both languages, and says that nothing was charged', () => {
  const english = failures.map((code) => failedBy(code).message)
  const swahili = failures.map((code) => failedBy(code, 'sw').message)
  expect(new Set([...english, ...swahili]).size).toBe(failures.length * 2)
  for (const message of english) expect(message).toMatch(/(nothing was charged|charged nothing)/i)
  for (const message of swahili) expect(message).toMatch(/(hakuna kilichotozwa|halikutoza chochote)/i)
})

test('every code that decides nothing has words of its own, and none of them says that nothing was charged', () => {
  const messages = open.flatMap((resultCode) => [
    say({ resultCode }).message,
    say({ resultCode }, {}, 'sw').message,
  ])
  expect(new Set(messages).size).toBe(open.length * 2)
  for (const message of messages) expect(message).not.toMatch(/nothing was charged|hakuna kilichotozwa/i)
  for (const code of [...open, '77777']) {
    expect(kindOfResult(code)).toBe('in_flight')
    expect(say({ resultCode: code })).toMatchObject({ nextStep: 'wait', retryAt: prompted.openUntil })
  }
  expect(say({ resultCode: '77777' }).message).toContain('77777')
})

test('the catalogues speak of the same codes', () => {
  for (const part of ['failed', 'open'] as const)
    expect(Object.keys(sw.payments[part])).toEqual(Object.keys(en.payments[part]))
})

test('another try is offered where it helps, from when it helps', () => {
  for (const code of ['1', '4', '1019', '1032', '1037', '2001', '8006'])
    expect(failedBy(code)).toMatchObject({ nextStep: 'try_again', retryAt: null })
  expect(failedBy('17')).toMatchObject({ nextStep: 'try_again', retryAt: after(now, 120) })
  expect(failedBy('1001')).toMatchObject({ nextStep: 'try_again', retryAt: after(now, 60) })
  for (const code of ['2', '3', '8', '2028', 'SFC_IC0003'])
    expect(failedBy(code)).toMatchObject({ nextStep: 'contact_organiser', retryAt: null })
})

test('while it is open the phone is named, masked', () => {
  expect(say({}).message).toBe('Enter your M-Pesa PIN on +2547•••••678 to pay KSh 1,500.')
  const asking = say({ status: 'created', answeredAt: null })
  const lost = say({ status: 'created' })
  expect(asking.message).not.toBe(lost.message)
  for (const said of [say({}), asking, lost])
    expect(said).toMatchObject({ nextStep: 'wait', retryAt: prompted.openUntil })
})

test('an end that nobody has told us says to look first, promises no tickets, and leaves another try open', () => {
  const asked = say({ status: 'expired' })
  const busy = say({ status: 'expired', resultCode: '26' })
  const lost = say({ status: 'expired', checkoutRequestId: null, nextQueryAt: null })
  for (const said of [asked, busy, lost]) {
    expect(said).toMatchObject({ nextStep: 'may_have_paid', retryAt: null, warning: null })
    expect(said.message).toMatch(/look for a message from M-Pesa.*WHK7J79HHK/)
    expect(said.message).not.toMatch(/tickets will come/)
  }
  expect(asked.message).toContain('We keep asking')
  expect(busy.message).toContain('M-Pesa is busy')
  expect(lost.message).toContain('we cannot ask any more')
})

test('a prompt after one that nobody knows the end of comes with a warning, in both languages', () => {
  expect(say({ isAfterUndecided: true }).warning).toMatch(/pay twice/)
  expect(say({ isAfterUndecided: true }, {}, 'sw').warning).toMatch(/mara mbili/)
  expect(say({}).warning).toBeNull()
  expect(say({ isAfterUndecided: true, status: 'failed', resultCode: '1032' }).warning).toBeNull()
})

test('money is told where it is', () => {
  expect(paid({ status: 'completed', paidCents: toCents(150_000) })).toMatchObject({
    nextStep: 'see_tickets',
  })
  expect(
    paid({ status: 'completed', paidCents: toCents(150_100), owedCents: toCents(100) }).message,
  ).toContain('KSh 1')
  const partly = paid({ paidCents: toCents(149_900) })
  expect(partly.message).toContain('KSh 1,499')
  expect(partly).toMatchObject({ nextStep: 'try_again' })
  const owed = paid({ status: 'owed_back', paidCents: toCents(150_000), owedCents: toCents(150_000) })
  expect(owed.message).toContain('KSh 1,500')
  expect(owed.nextStep).toBe('contact_organiser')
})

test('an attempt that failed beside one that paid leads to the tickets', () => {
  const said = say(
    { status: 'failed', resultCode: '17', settledAt: now },
    { status: 'completed', paidCents: toCents(150_000) },
  )
  expect(said).toMatchObject({ nextStep: 'see_tickets', retryAt: null })
})
