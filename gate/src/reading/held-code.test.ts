import { expect, test } from 'vitest'
import { type HeldCode, readHeld, resumeHeld } from './held-code.ts'

/** Reads `[ms, code]` in order and returns the moments that count as a new showing. */
function showings(reads: readonly (readonly [number, string | 'resume'])[]): number[] {
  let held: HeldCode | undefined
  return reads.flatMap(([atMs, code]) => {
    if (code === 'resume') held = resumeHeld(held, atMs)
    if (code === 'resume') return []
    const read = readHeld(held, code, atMs)
    held = read.held
    return read.isNew ? [atMs] : []
  })
}

test('a code held in front of the camera counts once', () => {
  expect(showings([0, 100, 200, 700, 1200, 1700, 2200, 2700].map((at) => [at, 'A'] as const))).toEqual([0])
})

test('one or two missed frames do not make it count again', () => {
  expect(
    showings([
      [0, 'A'],
      [550, 'A'],
      [1100, 'A'],
    ]),
  ).toEqual([0])
})

test('it counts again after it left the view and came back', () => {
  expect(
    showings([
      [0, 'A'],
      [100, 'A'],
      [800, 'A'],
    ]),
  ).toEqual([0, 800])
})

test('and when it is held for three seconds', () => {
  const everyTenth = Array.from({ length: 40 }, (_, i) => [i * 100, 'A'] as const)
  expect(showings(everyTenth)).toEqual([0, 3000])
})

test('another code counts at once', () => {
  expect(
    showings([
      [0, 'A'],
      [100, 'B'],
      [200, 'A'],
    ]),
  ).toEqual([0, 100, 200])
})

test('a code still held when a verdict closes is not sent at once', () => {
  expect(
    showings([
      [0, 'A'],
      [1500, 'resume'],
      [1600, 'A'],
      [2000, 'A'],
      [3200, 'A'],
    ]),
  ).toEqual([0, 3200])
})

test('it does not keep the next person waiting', () => {
  expect(
    showings([
      [0, 'A'],
      [1500, 'resume'],
      [1550, 'B'],
    ]),
  ).toEqual([0, 1550])
})
