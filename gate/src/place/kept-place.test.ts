import { expect, test } from 'vitest'
import { aPlace, aStorage } from '../api/cast.ts'
import { forgetPlace, keepPlace, readPlace } from './kept-place.ts'

test('the entrance is remembered until it is cleared', () => {
  const storage = aStorage()
  expect(readPlace(storage)).toBeUndefined()
  keepPlace(storage, aPlace())
  expect(readPlace(storage)).toEqual(aPlace())
  forgetPlace(storage)
  expect(readPlace(storage)).toBeUndefined()
})

test.each(['not JSON', '"text"', '{"entranceId":7}', 'null'])('%s is not accepted as an entrance', (kept) => {
  const storage = aStorage()
  storage.setItem('gate.entrance', kept)
  expect(readPlace(storage)).toBeUndefined()
})
