import { expect, test } from 'vitest'
import { Mailbox } from './mailbox.ts'
import type { Message } from './message.ts'

const aMessage = (id: string, bytes = 1): Message => ({
  id,
  from: 'a@example.com',
  to: ['b@example.com'],
  subject: '',
  date: '2026-07-01T09:00:00.000Z',
  text: '',
  html: '',
  attachments: [],
  raw: Buffer.alloc(bytes),
  sender: 'a@example.com',
  receivedAt: '2026-07-01T09:00:00.000Z',
})

test('the last five thousand are kept', () => {
  const mailbox = new Mailbox()
  for (let turn = 0; turn < 5_003; turn += 1) mailbox.add(aMessage(mailbox.newId()))
  expect(mailbox.list()).toHaveLength(5_000)
  expect(mailbox.find('m3')).toBeUndefined()
  expect(mailbox.find('m4')).toBeDefined()
  expect(mailbox.list()[0]?.id).toBe('m5003')
})

test('large messages displace older ones, but the newest is kept', () => {
  const mailbox = new Mailbox({ keptBytes: 100 })
  mailbox.add(aMessage('m1', 60))
  mailbox.add(aMessage('m2', 60))
  expect(mailbox.list().map(({ id }) => id)).toEqual(['m2'])
  mailbox.add(aMessage('m3', 400))
  expect(mailbox.list().map(({ id }) => id)).toEqual(['m3'])
})
