import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inTurn } from './in-turn.ts'
import { takeTurn } from './take-turn.ts'

/** The highest process id that Linux gives out; nobody has it. */
const somebodyDead = '4194304 1'

test('a turn is had once, and again when it is given back', () => {
  const { file } = aTurn()
  expect([takeTurn(file), takeTurn(file)]).toEqual([true, false])
  rmSync(file)
  expect(takeTurn(file)).toBe(true)
})

test('of two who see the same dead holder, the slower one takes nothing from whoever came next', () => {
  const { file } = aTurn(somebodyDead)
  let next = ''
  const taken = takeTurn(file, () => {
    // Between its look at the holder and what it does about it, the other one is done and a third has the turn.
    expect([takeTurn(file), takeTurn(file)]).toEqual([false, true])
    next = readFileSync(file, 'utf8')
    return true
  })
  expect(taken).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe(next)
  expect(takeTurn(file)).toBe(false)
})

test('whoever was killed while giving back the turn of another that was killed stops nobody', async () => {
  const { file, folder } = aTurn(somebodyDead)
  writeFileSync(`${file}.over`, somebodyDead)
  expect(await inTurn(file, async () => 'done')).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})

function aTurn(holder?: string): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'take-turn-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a.turn')
  if (holder) writeFileSync(file, holder)
  return { file, folder }
}
