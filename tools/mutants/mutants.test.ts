import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { judge } from './judge-mutant.ts'
import { type Mutant, mutants } from './mutants.ts'
import { mutate } from './mutate.ts'

const root = join(import.meta.dirname, '../..')

test.each(mutants.map((mutant) => [mutant.breaks, mutant] as const))(
  'for %s, the code to change and the test to fail exist',
  (_breaks, { file, from, to, killedBy }) => {
    expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
    expect(readFileSync(join(root, killedBy.file), 'utf8')).toContain(`test('${killedBy.test}'`)
  },
)

test('a mutant changes its file and restores it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-sphere-mutate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const mutant: Mutant = { ...(mutants[0] as Mutant), file: 'a/wall.ts', from: 'lock()', to: '$& // no lock' }
  const path = join(folder, mutant.file)
  mkdirSync(dirname(path))
  writeFileSync(path, 'lock()\nsell()\n')

  const putBack = mutate(folder, mutant)
  expect(readFileSync(path, 'utf8')).toBe('$& // no lock\nsell()\n')
  putBack()
  expect(readFileSync(path, 'utf8')).toBe('lock()\nsell()\n')

  writeFileSync(path, 'lock()\nlock()\n')
  expect(() => mutate(folder, mutant)).toThrow('2 occurrences')
})

test('a test that was not run kills nothing', () => {
  const reportOf = (status: string) => ({
    testResults: [{ name: 'a.test.ts', status, assertionResults: [{ status, fullName: 'it holds' }] }],
  })
  expect(judge(reportOf('failed'), 'it holds')).toBe('killed')
  expect(judge(reportOf('passed'), 'it holds')).toBe('alive')
  expect(judge(reportOf('skipped'), 'it holds')).toBe('not judged')
  expect(judge({ testResults: [] }, 'it holds')).toBe('not judged')
})
