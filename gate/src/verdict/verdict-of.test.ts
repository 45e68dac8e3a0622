import { type ScanResult, scanResult } from '@event-sphere/contract/check-in'
import { expect, test } from 'vitest'
import { aScanReply } from '../api/cast.ts'
import { en, sw } from '../locales/catalogues.ts'
import type { Outcome, Scan } from '../scan/ask-api.ts'
import { verdictOf } from './verdict-of.ts'

const decided = (result: string, more: Partial<Scan> = {}): Outcome => ({
  kind: 'decided',
  scan: { ...(aScanReply(result).body as Scan), ...more },
})
const other = { id: 'ticket_1', ticketTypeName: 'Gala Night Access', isAlreadyAdmitted: false }
const outcomes: Outcome[] = [
  ...scanResult.options.map((result) => decided(result)),
  { kind: 'unknown' },
  { kind: 'no_entrance' },
  decided('not_here', { otherTicket: other }),
  decided('admitted', { needsNameCheck: true }),
]

test('every outcome has a command, a reason and advice in both languages', () => {
  for (const { command, reason, advice } of outcomes.map(verdictOf)) {
    for (const catalogue of [en, sw]) {
      expect(catalogue[command]).toMatch(/\S/)
      expect(catalogue[reason]).toMatch(/\S/)
      if (advice !== 'message') expect(catalogue[advice]).toMatch(/\S/)
    }
  }
})

test.each<[ScanResult, string]>([
  ['admitted', 'go'],
  ['already_admitted', 'look'],
  ['not_today', 'stop'],
  ['not_here', 'stop'],
  ['not_yet', 'stop'],
  ['too_late', 'stop'],
  ['full', 'stop'],
  ['cancelled', 'stop'],
  ['refunded', 'stop'],
  ['transferred', 'stop'],
  ['wrong_event', 'stop'],
])('%s is %s', (result, tone) => {
  expect(verdictOf(decided(result)).tone).toBe(tone)
})

test('each colour has one command: let in, talk to them, do not let in', () => {
  for (const { tone, command } of outcomes.map(verdictOf)) {
    if (command !== 'command.compare') expect(command).toBe(`command.${tone}`)
  }
})

test('a person who also holds the right ticket is not turned away', () => {
  expect(verdictOf(decided('not_here', { otherTicket: other }))).toMatchObject({
    tone: 'look',
    reason: 'verdict.not_here',
    advice: 'message',
  })
})

test('a printed code is never green: the name must be compared first', () => {
  const named = verdictOf(decided('admitted', { needsNameCheck: true }))
  expect(named).toMatchObject({ tone: 'look', command: 'command.compare', advice: 'advice.compare' })
  const { ticket } = aScanReply('admitted').body as Scan
  const nameless = decided('admitted', { needsNameCheck: true, ticket: { ...ticket, holderName: null } })
  expect(verdictOf(nameless)).toMatchObject({ command: 'command.look', advice: 'advice.nameless' })
})

test('every reason has a different title', () => {
  for (const catalogue of [en, sw]) {
    const reasons = new Set(outcomes.map((outcome) => verdictOf(outcome).reason))
    expect(new Set([...reasons].map((reason) => catalogue[reason])).size).toBe(reasons.size)
  }
})
