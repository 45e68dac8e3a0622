import { expect, test } from 'vitest'
import { suggestAddress } from './suggest-address.ts'

test.each([
  ['jane@gmail.con', 'jane@gmail.com'],
  ['jane@gmial.com', 'jane@gmail.com'],
  ['jane@gmai.com', 'jane@gmail.com'],
  ['jane@gmaill.com', 'jane@gmail.com'],
  ['jane@gmail.co', 'jane@gmail.com'],
  ['Jane@Yaho.com', 'jane@yahoo.com'],
  ['jane@hotmial.com', 'jane@hotmail.com'],
  ['jane@kncci.con', 'jane@kncci.com'],
  ['jane@uni.ac.coke', 'jane@uni.ac.co.ke'],
])('%s was probably meant as %s', (typed, meant) => {
  expect(suggestAddress(typed)).toBe(meant)
})

test.each([
  'jane@gmail.com',
  'jane@mail.com',
  'jane@ymail.com',
  'jane@example.com',
  'jane@kncci.co.ke',
  'jane@mu.ac.ke',
  'jane@g.com',
  'jane',
  '',
])('%s is accepted unchanged', (typed) => {
  expect(suggestAddress(typed)).toBeUndefined()
})
