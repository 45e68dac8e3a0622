import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aScanReply } from '../api/cast.ts'
import type { Outcome, Scan } from './ask-api.ts'
import { openDoor } from './door.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const decided = (result: string): Outcome => ({ kind: 'decided', scan: aScanReply(result).body as Scan })

function aDoor() {
  const asked: { code: string; stop: AbortSignal; onSilence: () => void; answer: (o?: Outcome) => void }[] =
    []
  const outcomes: Outcome[] = []
  const door = openDoor({
    record: (ticketCode, withTicketId) => ({
      scanId: `scan_${asked.length}`,
      ticketCode,
      ...(withTicketId !== undefined && { withTicketId }),
      checkInLocation: 'Main Entrance',
      entranceId: 'entrance_1',
      scannedAt: '2027-07-15T05:45:00Z',
    }),
    check: (scan, onSilence, stop) =>
      new Promise((answer) => asked.push({ code: scan.ticketCode, stop, onSilence, answer })),
    onOutcome: (outcome) => outcomes.push(outcome),
  })
  const answer = async (outcome?: Outcome) => {
    asked.at(-1)?.answer(outcome)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { door, asked, outcomes, answer, phase: () => door.state().phase }
}

test('a green verdict closes after three seconds', async () => {
  const { door, answer, phase } = aDoor()
  door.take('A')
  expect(phase()).toBe('checking')
  await answer(decided('admitted'))
  await vi.advanceTimersByTimeAsync(2_999)
  expect(phase()).toBe('verdict')
  await vi.advanceTimersByTimeAsync(1)
  expect(phase()).toBe('ready')
})

test('at least 25 people a minute can pass without a tap: the next code closes a green verdict', async () => {
  const { door, answer, phase } = aDoor()
  let passed = 0
  // Each person takes 1.5 seconds, and the answer comes over a slow network in 600 ms.
  for (let ms = 0; ms < 60_000; ms += 2_100) {
    if (door.take(`T${passed}`)) passed++
    await vi.advanceTimersByTimeAsync(600)
    await answer(decided('admitted'))
    await vi.advanceTimersByTimeAsync(1_500)
    expect(phase()).toBe('verdict')
  }
  expect(passed).toBeGreaterThanOrEqual(25)
})

test('a printed code stays until the agent has compared the name', async () => {
  const { door, answer, phase } = aDoor()
  door.take('A')
  const { scan } = decided('admitted') as Extract<Outcome, { kind: 'decided' }>
  await answer({ kind: 'decided', scan: { ...scan, needsNameCheck: true } })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(phase()).toBe('verdict')
})

test('one tap admits the other ticket, as a new scan of the same code', async () => {
  const { door, answer, asked } = aDoor()
  door.admitWith('ticket_2')
  expect(door.state().phase).toBe('ready')
  door.take('A')
  await answer(decided('not_here'))
  door.admitWith('ticket_2')
  expect(door.state()).toMatchObject({
    phase: 'checking',
    scan: { ticketCode: 'A', withTicketId: 'ticket_2' },
  })
  expect(asked).toHaveLength(2)
})

test.each(['already_admitted', 'not_today', 'cancelled'])('%s stays until tapped', async (result) => {
  const { door, answer, phase } = aDoor()
  door.take('A')
  await answer(decided(result))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(phase()).toBe('verdict')
  door.next()
  expect(phase()).toBe('ready')
})

test('a tap closes the green verdict at once, and its timer does not close the next one', async () => {
  const { door, answer, phase } = aDoor()
  door.take('A')
  await answer(decided('admitted'))
  await vi.advanceTimersByTimeAsync(1_000)
  door.next()
  door.take('B')
  await answer(decided('admitted'))
  await vi.advanceTimersByTimeAsync(500)
  expect(phase()).toBe('verdict')
})

test('a scanner’s next code replaces a verdict', async () => {
  const { door, answer, asked, phase } = aDoor()
  door.take('A')
  await answer(decided('cancelled'))
  expect(door.take('B')).toBe(true)
  expect(phase()).toBe('checking')
  expect(asked.map(({ code }) => code)).toEqual(['A', 'B'])
})

test('no code is accepted while another scan waits for its answer', async () => {
  const { door, asked, phase } = aDoor()
  door.take('A')
  expect(door.take('B')).toBe(false)
  asked[0]?.onSilence()
  expect(phase()).toBe('silent')
  expect(door.take('B')).toBe(false)
  expect(asked).toHaveLength(1)
})

test('a late answer is shown', async () => {
  const { door, asked, answer, phase, outcomes } = aDoor()
  door.take('A')
  asked[0]?.onSilence()
  await answer(decided('admitted'))
  expect(phase()).toBe('verdict')
  expect(outcomes).toHaveLength(1)
})

test('set aside, a scan is stopped, and what comes late for it is not shown', async () => {
  const { door, asked, outcomes } = aDoor()
  door.take('A')
  asked[0]?.onSilence()
  door.next()
  expect(asked[0]?.stop.aborted).toBe(true)

  door.take('B')
  asked[0]?.onSilence()
  asked[0]?.answer(decided('admitted'))
  await vi.advanceTimersByTimeAsync(0)
  expect(door.state()).toMatchObject({ phase: 'checking', scan: { ticketCode: 'B' } })
  expect(outcomes).toEqual([])
})
