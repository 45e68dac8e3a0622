import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { en, sw } from './catalogues.ts'

const client = fileURLToPath(new URL('../', import.meta.url))
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/locales\/|\.test\./.test(file))
  .map((file) => readFileSync(client + file, 'utf8'))
  .join('\n')

/** All keys in the files: each must be in one file, once in each language. */
const keysWritten = readdirSync(`${client}locales`)
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .flatMap((file) => [...readFileSync(`${client}locales/${file}`, 'utf8').matchAll(/^ {2}'([\w.]+)':/gm)])
  .map(([, key]) => key)

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
const entries = Object.entries(en) as [keyof typeof en, string][]

/** "fault.missing.title" may also be used as `fault.${kind}.title`. */
const patterns = [...sources.matchAll(/`([\w.]*\$\{\w+(?:\.\w+)*\}[\w.${}]*)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w]+')}$`),
)

test('both catalogues have the same keys, and no text is empty', () => {
  expect(new Set(Object.keys(sw))).toEqual(new Set(Object.keys(en)))
  // If a key were in two files, one of its texts would be lost.
  expect(keysWritten.toSorted()).toEqual([...Object.keys(en), ...Object.keys(sw)].toSorted())
  for (const text of [...Object.values(en), ...Object.values(sw)]) expect(text.trim()).not.toBe('')
})

test.for(entries)('%s has the same placeholders in both languages', ([key, text]) => {
  expect(placeholders(sw[key])).toEqual(placeholders(text))
})

test('Swahili texts are translated, not copied from English', () => {
  expect(entries.filter(([key, text]) => sw[key] === text).map(([key]) => key)).toEqual([])
})

test('M-Pesa is always spelled the same way', () => {
  const texts = [...Object.values(en), ...Object.values(sw)].join('\n')
  expect(texts).not.toMatch(/M-PESA|M-pesa|M-?pesa|MPesa|Mpesa/)
})

test('Swahili has one word for a number and one for cancelling, and promises no refund that only the organiser can make', () => {
  expect(Object.values(sw).join('\n')).not.toMatch(/nambari|futwa|utarudishiwa/i)
})

test('every key is used somewhere', () => {
  const isUsed = (key: string) => {
    const stem = key.replace(/_(one|other)$/, '')
    const isSaid = sources.includes(`'${stem}'`) || sources.includes(`"${stem}"`)
    return isSaid || patterns.some((pattern) => pattern.test(stem))
  }
  expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([])
})
