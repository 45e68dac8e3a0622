import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepPrivate } from './keep-private.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test('a new folder is closed to all other users', () => {
  const folder = join(aFolder(), 'a', 'data')

  keepPrivate(folder)

  expect(modeOf(folder)).toBe(0o700)
})

test('a folder of an earlier start is closed too', () => {
  const folder = aFolder()
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'demonstration.json'), '{}')

  keepPrivate(folder)

  expect(modeOf(folder)).toBe(0o700)
})

test('a folder with other files stays open', () => {
  const folder = aFolder()
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'somebody-elses'), '')

  keepPrivate(folder)

  expect(modeOf(folder)).toBe(0o755)
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keep-private-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  chmodSync(folder, 0o755)
  return folder
}
