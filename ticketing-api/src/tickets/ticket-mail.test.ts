import type { Locale } from '@event-sphere/contract/auth'
import type { EventId, PurchaseId, TicketId, TicketTypeId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import type { TicketFacts, TypeFacts } from './ticket-facts.ts'
import { describeMail, type Mailed } from './ticket-mail.ts'
import { ticketMailHtml } from './ticket-mail-html.ts'
import { ticketMailText } from './ticket-mail-text.ts'

const event = {
  id: newUuid() as EventId,
  code: 'EBS2026',
  title: 'Eldoret International Business Summit',
  slug: 'eldoret-business-summit-2026',
  timezone: 'Africa/Nairobi',
  startsAt: new Date('2027-07-15T05:00:00Z'),
  endsAt: new Date('2027-07-17T15:00:00Z'),
  locationName: 'Eldoret Sports Club',
}
const general: TypeFacts = {
  id: newUuid() as TicketTypeId,
  number: 1,
  code: 'GA',
  name: 'General Admission',
  admitsOn: ['2027-07-15', '2027-07-16', '2027-07-17'],
}
const gala: TypeFacts = {
  id: newUuid() as TicketTypeId,
  number: 2,
  code: 'GALA',
  name: 'Gala Night Access',
  admitsOn: ['2027-07-16'],
}
const purchaseId = newUuid() as PurchaseId

function aTicket(type: TypeFacts, serial: number, changed: Partial<TicketFacts['event']> = {}): TicketFacts {
  const ticket = {
    id: newUuid() as TicketId,
    purchaseId,
    serial,
    typedCode: String(serial).padStart(10, '7'),
    status: 'valid' as const,
    holderName: 'Amina Chebet',
    issuedAt: new Date('2027-07-01T09:00:00Z'),
  }
  return { ticket, event: { ...event, ...changed }, type }
}

function aBuyer(locale: Locale, firstName: string | null = 'Amina'): Mailed {
  const prices = new Map([
    [general.id, toCents(0)],
    [gala.id, toCents(150_000)],
  ])
  return { firstName, locale, prices, opens: new Map([[gala.id, '17:30']]), receipts: ['SGR7QK2M4X'] }
}

const siteUrl = 'https://tickets.example/tickets'
const both = [aTicket(general, 1), aTicket(gala, 2)] as const

test('in English it says what, when in Eldoret, where, for whom and for how much', () => {
  const mail = describeMail(aBuyer('en'), both, siteUrl)
  expect(mail.subject).toBe('Your 2 tickets for Eldoret International Business Summit')
  for (const text of [ticketMailText(mail), ticketMailHtml(mail)]) {
    expect(text).toContain('Hello Amina,')
    expect(text).toContain('Thu, 15 July 2027, 08:00 – Sat, 17 July 2027, 18:00 EAT')
    expect(text).toContain('Eldoret Sports Club')
    expect(text).toContain('Gala Night Access')
    expect(text).toContain('Free')
    expect(text).toContain('KSh 1,500')
    expect(text).toContain('Fri, 16 July 2027')
    expect(text).toContain('EBS2026-GALA-000002')
    expect(text).toContain('7777777772')
    expect(text).toContain('Amina Chebet')
    expect(text).toContain(siteUrl)
  }
})

test('in Swahili no English is left', () => {
  const mail = describeMail(aBuyer('sw', null), [aTicket(general, 1)], siteUrl)
  expect(mail.subject).toBe('General Admission: tiketi yako ya Eldoret International Business Summit')
  const text = ticketMailText(mail)
  expect(text).toContain('Habari,')
  expect(text).toContain('Alhamisi, 15 Julai 2027, 08:00 – Jumamosi, 17 Julai 2027, 18:00 EAT')
  expect(text).toContain('General Admission · Bila malipo')
  expect(text).not.toMatch(/\b(your|ticket|when|where|hello|free|show)\b/i)
  expect(ticketMailHtml(mail)).toContain('<html lang="sw">')
})

test('one ticket is spoken of as one', () => {
  const mail = describeMail(aBuyer('en'), [aTicket(general, 1)], siteUrl)
  expect(mail.subject).toBe('General Admission: your ticket for Eldoret International Business Summit')
  expect(ticketMailText(mail)).toContain('This is your ticket')
})

test("a ticket for one of the days leads with that day and its gate's hour, and has a subject of its own", () => {
  const galaOnly = [aTicket(gala, 2), aTicket(gala, 3)] as const
  const mail = describeMail(aBuyer('en'), galaOnly, siteUrl)
  expect(mail.subject).toBe('Gala Night Access: your 2 tickets for Eldoret International Business Summit')
  for (const text of [ticketMailText(mail), ticketMailHtml(mail)]) {
    expect(text).toContain('Fri, 16 July 2027, gate opens 17:30 EAT')
    expect(text).not.toContain('15 July')
    expect(text).toContain('SGR7QK2M4X')
  }
  const swahili = describeMail(aBuyer('sw'), [aTicket(gala, 2)], siteUrl)
  expect(swahili.subject).toBe('Gala Night Access: tiketi yako ya Eldoret International Business Summit')
  expect(swahili.when).toBe('Ijumaa, 16 Julai 2027, lango linafunguliwa saa 17:30 EAT')
  expect(describeMail(aBuyer('en'), [aTicket(general, 1)], siteUrl).when).toContain(
    'Thu, 15 July 2027, 08:00',
  )
})

test('every ticket shows the picture of its own QR', () => {
  const shown = ticketMailHtml(describeMail(aBuyer('en'), both, siteUrl))
  for (const { ticket } of both) expect(shown).toContain(`src="cid:${ticket.id}@tickets.event-sphere"`)
})

test('what people typed stays text', () => {
  const wrote = '</td><script>alert("x")</script> & {event}'
  const evil = aTicket({ ...general, name: wrote }, 1, { title: wrote, locationName: wrote })
  evil.ticket.holderName = wrote
  const shown = ticketMailHtml(describeMail(aBuyer('en', wrote), [evil], siteUrl))
  expect(shown).not.toMatch(/<script/i)
  expect(
    shown.match(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; \{event\}/g)?.length,
  ).toBeGreaterThan(5)
})

test.each([1, 2, 12, 13, 100])('with %i tickets the html stays under 60 kB', (count) => {
  const longest = { title: 'Ñ'.repeat(200), locationName: 'Ñ'.repeat(200) }
  const type = { ...general, name: 'Ñ'.repeat(200) }
  const many = Array.from({ length: count }, (_, at) => aTicket(type, at + 1, longest))
  const [first = aTicket(general, 1), ...others] = many
  const shown = ticketMailHtml(describeMail(aBuyer('sw'), [first, ...others], siteUrl))
  expect(Buffer.byteLength(shown)).toBeLessThan(60 * 1024)
  expect(shown.match(/<img /g)).toHaveLength(count)
})

test('beyond a hundred it says where the others are', () => {
  const [first = aTicket(general, 1), ...others] = Array.from({ length: 130 }, (_, at) =>
    aTicket(general, at + 1),
  )
  const mail = describeMail(aBuyer('en'), [first, ...others], siteUrl)
  expect(mail.tickets).toHaveLength(100)
  expect(ticketMailText(mail)).toContain(
    'This mail shows 100 of your 130 tickets. The others are in My tickets.',
  )
})
