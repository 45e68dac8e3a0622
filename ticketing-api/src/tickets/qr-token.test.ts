import { generateKeyPairSync } from 'node:crypto'
import type { EventId, TicketId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import { encode } from 'base45'
import fc from 'fast-check'
import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import {
  parseTicketToken,
  readTicketToken,
  signTicketToken,
  type TokenFacts,
  tokenCharacters,
} from './qr-token.ts'

const keys = generateKeyPairSync('ed25519')
const aTicket = (typeNumber = 7): TokenFacts => ({
  ticketId: newUuid() as TicketId,
  eventId: newUuid() as EventId,
  typeNumber,
})
const read = (text: string) => readTicketToken(text, () => keys.publicKey)

test('what was signed is read again, for any ids and any number', () => {
  const facts = fc.record({
    ticketId: fc.uuid().map((uuid) => uuid as TicketId),
    eventId: fc.uuid().map((uuid) => uuid as EventId),
    typeNumber: fc.integer({ min: 0, max: 32_767 }),
  })
  fc.assert(
    fc.property(facts, (ticket) => {
      const text = signTicketToken(keys.privateKey, ticket)
      expect(text).toHaveLength(tokenCharacters)
      expect(text).toMatch(/^ES1:[0-9A-Z $%*+\-./:]{148}[0-5]$/)
      expect(text.trim()).toBe(text)
      expect(read(text)).toEqual(ticket)
    }),
    { numRuns: 300 },
  )
})

test('the same ticket always has the same QR', () => {
  const ticket = aTicket()
  expect(signTicketToken(keys.privateKey, ticket)).toBe(signTicketToken(keys.privateKey, ticket))
})

test('a QR holds it in alphanumeric mode, version 6 at level M', () => {
  const text = signTicketToken(keys.privateKey, aTicket())
  const qr = QRCode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  expect(qr.version).toBe(6)
})

test('the event that the token names is the one whose key is asked for', () => {
  const ticket = aTicket()
  const asked: EventId[] = []
  readTicketToken(signTicketToken(keys.privateKey, ticket), (eventId) => {
    asked.push(eventId)
    return keys.publicKey
  })
  expect(asked).toEqual([ticket.eventId])
})

test('another key, or no key, opens nothing', () => {
  const text = signTicketToken(keys.privateKey, aTicket())
  expect(readTicketToken(text, () => generateKeyPairSync('ed25519').publicKey)).toBeUndefined()
  expect(readTicketToken(text, () => undefined)).toBeUndefined()
})

test('a signature moved to another ticket opens nothing', () => {
  const own = parseTicketToken(signTicketToken(keys.privateKey, aTicket()))
  const other = parseTicketToken(signTicketToken(keys.privateKey, aTicket()))
  if (!own || !other) throw new Error('Both have the right form.')
  expect(read(`ES1:${encode(Buffer.concat([own.body, other.signature]))}`)).toBeUndefined()
})

test.each([
  ['nothing', ''],
  ['a prefix alone', 'ES1:'],
  ['a printed code', 'EBS2026-GA-001234'],
  ['zeros', `ES1:${'0'.repeat(149)}`],
  ['the largest digits', `ES1:${':'.repeat(149)}`],
  ['letters that base45 does not have', `ES1:${'ü'.repeat(149)}`],
  ['another version', `ES1:${encode(Buffer.concat([Buffer.from([2]), Buffer.alloc(98)]))}`],
])('%s has not even the form', (_name, text) => {
  expect(parseTicketToken(text)).toBeUndefined()
})

test('base45 that stands for more than its bytes hold is not a second spelling of the same ticket', () => {
  const text = signTicketToken(keys.privateKey, aTicket())
  const spellings = Array.from({ length: 45 }, (_, last) => text.slice(0, -1) + charset[last])
  expect(spellings.filter((spelling) => read(spelling))).toEqual([text])
})

const charset = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Small and repeatable (mulberry32), so that a failure can be run again. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test('of 100,000 mutated tokens none is accepted', { timeout: 180_000 }, () => {
  const chance = chanceFrom(20_270_715)
  const genuine = Array.from({ length: 20 }, () => signTicketToken(keys.privateKey, aTicket(chance(100))))
  const mutate = (text: string): string => {
    const at = chance(text.length)
    const other = charset[chance(45)] ?? '0'
    switch (chance(5)) {
      case 0:
        return text.slice(0, at) + other + text.slice(at + 1)
      case 1:
        return text.slice(0, at) + text.slice(at + 1) + other
      case 2:
        return text.slice(0, at) + (genuine[chance(20)] ?? '').slice(at)
      case 3:
        return flipBit(text, chance(99), chance(8))
      default:
        return mutate(text.slice(0, at) + other + text.slice(at + 1))
    }
  }
  let accepted = 0
  for (let made = 0; made < 100_000; ) {
    const mutant = mutate(genuine[chance(20)] ?? '')
    if (genuine.includes(mutant)) continue
    made += 1
    if (read(mutant)) accepted += 1
  }
  expect(accepted).toBe(0)
})

function flipBit(text: string, byte: number, bit: number): string {
  const token = parseTicketToken(text)
  if (!token) return `${text}0`
  const bytes = Buffer.concat([token.body, token.signature])
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit)
  return `ES1:${encode(bytes)}`
}
