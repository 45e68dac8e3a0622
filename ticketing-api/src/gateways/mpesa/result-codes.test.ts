import { expect, test } from 'vitest'
import { kindOfResult } from './result-codes.ts'

test('only 0 is paid', () => {
  expect(kindOfResult('0')).toBe('success')
  for (const code of ['00', '0.0', '', ' 0', 'O']) expect(kindOfResult(code)).toBe('in_flight')
})

test('a listed failure ends the attempt, with letters in its code or without', () => {
  for (const code of [
    '1',
    '2',
    '3',
    '4',
    '8',
    '17',
    '1019',
    '1025',
    '1032',
    '1037',
    '2001',
    '2028',
    'SFC_IC0003',
    '8006',
  ])
    expect(kindOfResult(code)).toBe('failure')
})

test('a prompt that is still open, a busy system and an unknown code are no failures', () => {
  for (const code of ['4999', '26', '1001', '9999', 'E3008', '500.001.1001', '77777'])
    expect(kindOfResult(code)).toBe('in_flight')
})
