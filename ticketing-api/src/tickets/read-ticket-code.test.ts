import { expect, test } from 'vitest'
import { readTicketCode } from './read-ticket-code.ts'

const printed = { eventCode: 'EBS2026', typeCode: 'GA', serial: 1234 }

test.each([
  ['EBS2026-GA-001234', { kind: 'written', printed, typed: undefined }],
  [' ebs2026 - ga - 001234 ', { kind: 'written', printed, typed: undefined }],
  ['Q7K2M9X4PA', { kind: 'written', printed: undefined, typed: 'Q7K2M9X4PA' }],
  ['q7k2m-9x4pa', { kind: 'written', printed: undefined, typed: 'Q7K2M9X4PA' }],
  ['o7k2m 9x4pi', { kind: 'written', printed: undefined, typed: '07K2M9X4P1' }],
  [
    'AB1-G-000001',
    { kind: 'written', printed: { eventCode: 'AB1', typeCode: 'G', serial: 1 }, typed: 'AB1G000001' },
  ],
  ['ES1:ABC', { kind: 'token', text: 'ES1:ABC' }],
  ['', { kind: 'unreadable' }],
  ['https://example.com/menu', { kind: 'unreadable' }],
  ['Q7K2M9X4P', { kind: 'unreadable' }],
  ['EBS2026-GA-99999999999', { kind: 'unreadable' }],
  [`EBS2026-GA-${'9'.repeat(300)}`, { kind: 'unreadable' }],
  ['مرحبا', { kind: 'unreadable' }],
])('%j is read as %j', (text, code) => {
  expect(readTicketCode(text)).toEqual(code)
})
