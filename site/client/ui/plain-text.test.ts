import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.for([
  ['A **big** day with *friends*', 'A big day with friends'],
  ['# Welcome\n\n- one\n* two', 'Welcome\n\n• one\n• two'],
  ['__Bring__ your `badge`', 'Bring your badge'],
  ['See [the map](https://example.com/map)', 'See the map (https://example.com/map)'],
  ['2 * 3 * 4 stays, so does snake_case_name and 5*6', '2 * 3 * 4 stays, so does snake_case_name and 5*6'],
] as const)('%j is read as %j', ([written, read]) => {
  expect(plainText(written)).toBe(read)
})
