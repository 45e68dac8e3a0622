import type { EventId, OrganizationId, PurchaseId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { noMoney } from '../ledger/balances.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import { writeOwedBackMail } from './write-owed-back-mail.ts'

const now = new Date('2026-07-01T09:00:00Z')
const purchase: LockedPurchase = {
  id: newUuid() as PurchaseId,
  organizationId: newUuid() as OrganizationId,
  eventId: newUuid() as EventId,
  userId: null,
  buyerEmail: 'wanjiru@example.com',
  buyerFirstName: null,
  buyerLastName: null,
  buyerPhone: null,
  locale: 'en',
  status: 'owed_back',
  totalCents: toCents(150_000),
  ...noMoney,
  paidCents: toCents(150_000),
  owedCents: toCents(150_000),
  account: 'K7MP2QXR42',
  cartId: null,
  expiresAt: now,
  createdAt: now,
  completedAt: null,
}
const facts = {
  eventTitle: 'Summit <b>& Gala</b>',
  organizationName: 'KNCCI Uasin Gishu',
  organizationEmail: 'events@kncci.example',
}

test('the buyer reads what came in, why it bought nothing, and who owes it', () => {
  const mail = writeOwedBackMail(purchase, facts, 'buyer')
  expect(mail.to).toBe('wanjiru@example.com')
  expect(mail.subject).toBe('KSh 1,500 is owed back to you for Summit <b>& Gala</b>')
  for (const words of ['KSh 1,500', 'K7MP2QXR42', 'KNCCI Uasin Gishu', 'events@kncci.example', 'no tickets'])
    expect(mail.text).toContain(words)
  expect(mail.html).not.toContain('<b>')
  expect(mail.text + mail.html).not.toMatch(/\{\w+\}/)
})

test('the organiser reads whom to pay back', () => {
  const mail = writeOwedBackMail(purchase, facts, 'organiser')
  expect(mail.to).toBe('events@kncci.example')
  expect(mail.text).toContain('wanjiru@example.com')
  expect(mail.text).not.toMatch(/\{\w+\}/)
})

test('too much for tickets that are valid is told as that', () => {
  const more = { ...purchase, status: 'completed' as const, paidCents: toCents(300_000) }
  const mail = writeOwedBackMail(more, facts, 'buyer')
  expect(mail.text).toContain('Your tickets are valid')
  expect(mail.subject).toContain('KSh 1,500')
})

test('a buyer who reads Swahili is written to in Swahili', () => {
  const mail = writeOwedBackMail({ ...purchase, locale: 'sw' }, facts, 'buyer')
  expect(mail.html).toContain('lang="sw"')
  expect(mail.subject).toContain('Unapaswa kurudishiwa KSh 1,500')
  expect(mail.text).not.toMatch(/\{\w+\}/)
})
