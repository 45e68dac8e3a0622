import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

test('acts run one after another, in order, and a fault affects only its own act', async () => {
  const inTurn = takeTurns()
  const said: string[] = []
  const act = (name: string) => async () => {
    said.push(`${name} begins`)
    await Promise.resolve()
    said.push(`${name} ends`)
    if (name === 'two') throw new Error('two fails')
    return name
  }

  const ends = await Promise.allSettled(['one', 'two', 'three'].map((name) => inTurn(act(name))))

  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
  expect(ends).toMatchObject([
    { status: 'fulfilled', value: 'one' },
    { status: 'rejected', reason: new Error('two fails') },
    { status: 'fulfilled', value: 'three' },
  ])
})
