import { expect, test } from 'vitest'
import { noBurst, readKey } from './keyboard-scanner.ts'

function type(keys: readonly string[], gapMs: number): string[] {
  let burst = noBurst
  return keys.flatMap((key, place) => {
    const read = readKey(burst, { key, atMs: 1000 + place * gapMs })
    burst = read.burst
    return read.code === undefined ? [] : [read.code]
  })
}

const token = 'ES1:NCFOXN%TS3DH$ZS'

test('a scanner types a code and Enter', () => {
  expect(type([...token, 'Enter'], 8)).toEqual([token])
})

test('some scanners end with Tab', () => {
  expect(type([...token, 'Tab'], 8)).toEqual([token])
})

test('Shift between the letters is ignored', () => {
  expect(type(['Shift', 'E', 'Shift', 'S', '1', 'Shift', ':', 'A', 'B', 'Enter'], 10)).toEqual(['ES1:AB'])
})

test('two codes in a row are read as two', () => {
  expect(type([...token, 'Enter', ...'7K3MXQ90TZ', 'Enter'], 5)).toEqual([token, '7K3MXQ90TZ'])
})

test('a person who types is not taken for a scanner', () => {
  expect(type([...'7K3MXQ90TZ', 'Enter'], 140)).toEqual([])
})

test('Enter on a button or after a few letters is not a code', () => {
  expect(type(['Enter', 'a', 'Enter', 'Tab', 'Tab', ...'abcde', 'Enter'], 10)).toEqual([])
})

test('letters typed long before are not part of the code', () => {
  let burst = readKey(noBurst, { key: 'x', atMs: 0 }).burst
  let code: string | undefined
  for (const [place, key] of [...'7K3MXQ90TZ', 'Enter'].entries()) {
    const read = readKey(burst, { key, atMs: 5000 + place * 10 })
    burst = read.burst
    code = read.code
  }
  expect(code).toBe('7K3MXQ90TZ')
})
