import { expect, test } from 'vitest'
import { inTurn, type Lane } from './hashing-line.ts'

/** Work that tells when it was done, and takes a turn of the event loop. */
function aLine() {
  const done: string[] = []
  const asks = (lane: Lane, source: string, name: string) =>
    inTurn({ lane, source }, async () => {
      await new Promise(setImmediate)
      done.push(name)
    })
  return { done, asks }
}

test('whoever has not failed goes before a line of guesses, and guesses go on', async () => {
  const { done, asks } = aLine()
  const guesses = Array.from({ length: 40 }, (_, at) => asks('guesses', `stranger ${at}`, 'guess'))
  const clear = Array.from({ length: 10 }, (_, at) => asks('clear', `person ${at}`, 'clear'))
  await Promise.all(clear)
  expect(done.filter((name) => name === 'guess').length).toBeLessThan(10)
  await Promise.all(guesses)
  expect(done).toHaveLength(50)
})

test('sources take turns: one with many waits for itself', async () => {
  const { done, asks } = aLine()
  const many = Array.from({ length: 40 }, () => asks('clear', 'a stranger', 'stranger'))
  await asks('clear', 'the owner', 'owner')
  expect(done.indexOf('owner')).toBeLessThan(10)
  await Promise.all(many)
})

test('a source that sends more than its line holds is told to come back, and nobody else', async () => {
  const { asks } = aLine()
  const many = Array.from({ length: 80 }, () => asks('guesses', 'a stranger', 'stranger'))
  const owner = asks('guesses', 'the owner', 'owner')
  const ended = await Promise.allSettled(many)
  expect(ended.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
  await expect(owner).resolves.toBeUndefined()
})
