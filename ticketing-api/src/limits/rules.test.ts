import { expect, test } from 'vitest'
import { networkOf } from '../call/visitor.ts'
import { limits } from './allowances.ts'
import {
  type Counters,
  confirmPasses,
  decidePasses,
  type Pass,
  returnPasses,
  withdrawPasses,
} from './rules.ts'

const now = new Date('2026-07-01T09:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const asks = (counters: Counters, passes: readonly Pass[], at = now, already = 0) =>
  decidePasses(passes, { counters, now: at, already: () => already })

test('an act passes until its limit is used up, and again when its time is over', () => {
  const counters: Counters = new Map()
  const pass: Pass = { limit: 'scan.miss', of: 'agent' }
  for (let used = 0; used < 10; used += 1)
    expect(asks(counters, [pass])).toEqual({ ok: true, usedBefore: { 'scan.miss': used } })
  expect(asks(counters, [pass], later(59))).toEqual({
    ok: false,
    limit: 'scan.miss',
    retryAt: later(60),
    isSure: true,
  })
  expect(asks(counters, [pass], later(60))).toMatchObject({ ok: true })
})

test('what one limit refuses uses up nothing of the others', () => {
  const counters: Counters = new Map()
  const mine: Pass = { limit: 'login.account', of: 'me' }
  const ours: Pass = { limit: 'login.network', of: 'us' }
  for (let used = 0; used < 5; used += 1) asks(counters, [mine, ours])
  for (let tried = 0; tried < 100; tried += 1) expect(asks(counters, [mine, ours]).ok).toBe(false)
  expect(asks(counters, [ours])).toEqual({ ok: true, usedBefore: { 'login.network': 5 } })
})

test('a thing that comes again is counted once', () => {
  const counters: Counters = new Map()
  const phone = (once: string): Pass => ({ limit: 'prompt.account', of: 'me', once })
  for (let tried = 0; tried < 20; tried += 1) expect(asks(counters, [phone('+254712345678')]).ok).toBe(true)
  for (const other of ['1', '2', '3', '4']) expect(asks(counters, [phone(other)]).ok).toBe(true)
  expect(asks(counters, [phone('5')])).toMatchObject({ ok: false, retryAt: later(24 * 3600) })
  expect(asks(counters, [phone('+254712345678')]).ok).toBe(true)
})

test('a thing that came to nothing is as if it had not come', () => {
  const counters: Counters = new Map()
  const phone = (once: string): Pass => ({ limit: 'prompt.account', of: 'me', once })
  for (let tried = 0; tried < 20; tried += 1) {
    expect(asks(counters, [phone(`${tried}`)]).ok).toBe(true)
    returnPasses([phone(`${tried}`)], counters, now)
  }
  expect(asks(counters, [phone('0')])).toEqual({ ok: true, usedBefore: { 'prompt.account': 0 } })
})

const doubts = (counters: Counters, passes: readonly Pass[], at = now) =>
  decidePasses(passes, { counters, now: at, already: () => 0, isInDoubt: true })

test('acts under way fill a limit, but only what counts refuses for sure', () => {
  const counters: Counters = new Map()
  const miss: Pass = { limit: 'scan.miss', of: 'agent' }
  for (let used = 0; used < 10; used += 1) expect(doubts(counters, [miss]).ok).toBe(true)
  expect(doubts(counters, [miss])).toMatchObject({ ok: false, isSure: false })
  for (let ended = 0; ended < 9; ended += 1) confirmPasses([miss], counters, now)
  expect(doubts(counters, [miss])).toMatchObject({ ok: false, isSure: false })
  withdrawPasses([miss], counters, now)
  expect(doubts(counters, [miss]).ok).toBe(true)
  confirmPasses([miss], counters, now)
  expect(doubts(counters, [miss])).toMatchObject({ ok: false, isSure: true })
})

test('an act whose end nobody told counts after a minute', () => {
  const counters: Counters = new Map()
  const phone = (once: string): Pass => ({ limit: 'prompt.account', of: 'me', once })
  for (const one of ['1', '2', '3', '4', '5']) expect(doubts(counters, [phone(one)]).ok).toBe(true)
  expect(doubts(counters, [phone('6')], later(59))).toMatchObject({ ok: false, isSure: false })
  expect(doubts(counters, [phone('6')], later(60))).toMatchObject({ ok: false, isSure: true })
  expect(doubts(counters, [phone('1')], later(60))).toMatchObject({ ok: true })
})

test('an act that ends after more than a minute counts once', () => {
  const counters: Counters = new Map()
  const phone: Pass = { limit: 'prompt.account', of: 'me', once: '+254712345678' }
  doubts(counters, [phone])
  confirmPasses([phone], counters, later(61))
  expect(doubts(counters, [phone], later(62))).toEqual({ ok: true, usedBefore: {} })
  expect(doubts(counters, [{ ...phone, once: 'another' }], later(62))).toEqual({
    ok: true,
    usedBefore: { 'prompt.account': 1 },
  })
})

test('of two acts under way with one thing, one counts if either does', () => {
  for (const ends of [
    [confirmPasses, confirmPasses],
    [withdrawPasses, confirmPasses],
    [confirmPasses, withdrawPasses],
  ] as const) {
    const counters: Counters = new Map()
    const phone: Pass = { limit: 'prompt.account', of: 'me', once: '+254712345678' }
    for (const _ of ends) doubts(counters, [phone])
    for (const end of ends) end([phone], counters, now)
    expect(asks(counters, [{ ...phone, once: 'another' }])).toEqual({
      ok: true,
      usedBefore: { 'prompt.account': 1 },
    })
    expect(doubts(counters, [phone])).toEqual({ ok: true, usedBefore: {} })
  }
})

test('what is held already counts with what is asked for, and what came to nothing is there again', () => {
  const counters: Counters = new Map()
  const seats = (cost: number): Pass => ({ limit: 'seats.mailbox', of: 'me', cost })
  expect(asks(counters, [seats(2)], now, 5).ok).toBe(false)
  expect(asks(counters, [seats(2)], now, 4).ok).toBe(true)
  expect(asks(counters, [seats(1)], now, 4).ok).toBe(false)
  returnPasses([seats(2)], counters, now)
  expect(asks(counters, [seats(1)], now, 4).ok).toBe(true)
  returnPasses([seats(9)], counters, now)
  expect(asks(counters, [seats(6)]).ok).toBe(true)
})

test('seats that are just being taken are not forgotten while others are being taken', () => {
  const counters: Counters = new Map()
  const seat: Pass = { limit: 'seats.mailbox', of: 'me', cost: 3 }
  asks(counters, [seat])
  asks(counters, [seat], later(50))
  expect(asks(counters, [seat], later(70)).ok).toBe(false)
})

test('a network has room for a company of thirty and for a carrier', () => {
  for (const limit of [
    'register.network',
    'seats.network',
    'seats.network.unpaid',
    'prompt.network',
  ] as const)
    expect(limits[limit].most).toBeGreaterThan(30)
})

test('a network is an address of IPv4 and the first half of one of IPv6', () => {
  expect(networkOf('41.90.64.1')).toBe('41.90.64.1')
  expect(networkOf('::ffff:41.90.64.1')).toBe('41.90.64.1')
  expect(networkOf('2C0F:FE38:2400:0012:a:b:c:d')).toBe('2c0f:fe38:2400:12::/64')
  expect(networkOf('2c0f:fe38:2400:12::1')).toBe('2c0f:fe38:2400:12::/64')
  expect(networkOf('2c0f::1')).toBe('2c0f:0:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})
