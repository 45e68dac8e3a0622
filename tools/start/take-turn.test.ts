import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inTurn } from './in-turn.ts'
import { takeTurn } from './take-turn.ts'

/** Above the highest process id of Linux, so no process has it. */
const somebodyDead = '4194304 1'

test('a turn can be taken once, and again after it is released', () => {
  const { file } = aTurn()
  expect([takeTurn(file), takeTurn(file)]).toEqual([true, false])
  rmSync(file)
  expect(takeTurn(file)).toBe(true)
})

test('if two see the same dead holder, the slower one does not take the turn from its next holder', () => {
  const { file } = aTurn(somebodyDead)
  let next = ''
  const taken = takeTurn(file, () => {
    // Between its check of the holder and its action, the other one is done and a third has the turn.
    expect([takeTurn(file), takeTurn(file)]).toEqual([false, true])
    next = readFileSync(file, 'utf8')
    return true
  })
  expect(taken).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe(next)
  expect(takeTurn(file)).toBe(false)
})

test("a process killed while releasing a dead holder's turn does not block others", async () => {
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
