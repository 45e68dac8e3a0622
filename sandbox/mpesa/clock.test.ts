import { expect, test } from 'vitest'
import { SandboxClock } from './clock.ts'

test('events due while the clock is advanced happen in order, each at its own instant', () => {
  const clock = new SandboxClock(0)
  const seen: [string, number][] = []
  const note = (name: string) => () => seen.push([name, Math.round(clock.now() / 1000)])
  clock.after(20, note('late'))
  clock.after(5, () => {
    note('early')()
    clock.after(10, note('follow-up'))
  })
  clock.after(40, note('never'))
  clock.advance(30)
  expect(seen).toEqual([
    ['early', 5],
    ['follow-up', 15],
    ['late', 20],
  ])
})

test('cancelled or forgotten events do not happen', () => {
  const clock = new SandboxClock(0)
  let happened = 0
  const count = () => {
    happened += 1
  }
  clock.after(1, count).cancel()
  clock.after(1, count)
  clock.forget()
  clock.advance(10)
  expect(happened).toBe(0)
})

test('advancing moves the date too', () => {
  const clock = new SandboxClock(0)
  const before = clock.date().getTime()
  clock.advance(86_400)
  expect(clock.date().getTime() - before).toBeGreaterThanOrEqual(86_400_000)
})

test('a faster clock keeps events that were scheduled before', async () => {
  const clock = new SandboxClock(0)
  const kept = new Promise<void>((resolve) => {
    clock.after(60, resolve)
  })
  clock.setSpeed(10_000)
  await expect(kept).resolves.toBeUndefined()
})
