import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en, sw } from './catalogues.ts'
import { readLanguage } from './language.ts'

const holesOf = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

test('both languages have the same keys, and no text is empty', () => {
  expect(new Set(Object.keys(sw))).toEqual(new Set(Object.keys(en)))
  for (const text of [...Object.values(en), ...Object.values(sw)]) expect(text.trim()).not.toBe('')
})

test('each key is in the catalogue of one room', () => {
  const written = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/^ {2}'([\w.]+)':/gm),
    ])
    .map(([, key]) => key)
  expect(written.toSorted()).toEqual([...Object.keys(en), ...Object.keys(sw)].toSorted())
})

test.each(Object.entries(en))('%s has the same placeholders in both languages', (key, text) => {
  expect(holesOf(Object.entries(sw).find(([other]) => other === key)?.[1] ?? '')).toEqual(holesOf(text))
})

test('every key is used somewhere', () => {
  const folder = join(import.meta.dirname, '..')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|locales\//.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  expect(Object.keys(en).filter((key) => !sources.includes(`'${key}'`))).toEqual([])
})

test('the chosen language wins, then the device’s, then English', () => {
  const keeping = (kept: string | null) => ({ getItem: () => kept }) as unknown as Storage
  expect(readLanguage(keeping('sw'), 'en-KE')).toBe('sw')
  expect(readLanguage(keeping(null), 'sw-KE')).toBe('sw')
  expect(readLanguage(keeping(null), 'de-DE')).toBe('en')
  expect(readLanguage(keeping('xx'), 'en-US')).toBe('en')
})
