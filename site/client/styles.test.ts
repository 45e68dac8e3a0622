import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const client = import.meta.dirname
const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
const isPart = (sheet: string) => sheet.startsWith('ui/')
const read = (file: string) => readFileSync(join(client, file), 'utf8')
const sheets = files.filter((file) => file.endsWith('.css'))

/** Used as `notice-${kind}`. */
const madeElsewhere = /^notice-(good|note|fault)$/

const classesOf = (sheet: string) =>
  new Set([...read(sheet).matchAll(/\.([a-z][a-z\d-]*)(?=[\s,:{>)+.[~])/g)].map(([, name = '']) => name))

/** The source of all components in a folder and below. */
const drawnIn = (folder: string) =>
  files
    .filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && `./${file}`.startsWith(`./${folder}`),
    )
    .map(read)
    .join('\n')

const isDrawn = (name: string, drawn: string) => new RegExp(`["'\`\\s]${name}["'\`\\s$]`).test(drawn)

const importsOf = (sheet: string): string[] =>
  [...read(sheet).matchAll(/@import "(\.[^"]+)"/g)].flatMap(([, path = '']) => {
    const file = join(dirname(sheet), path)
    return [file, ...importsOf(file)]
  })

test('the style sheet of the pages includes every CSS file once', () => {
  expect(importsOf('root.css').toSorted()).toEqual(sheets.filter((file) => file !== 'root.css').toSorted())
})

test.for(sheets)('%s has no unused classes', (sheet) => {
  // Rules in `ui` are for all screens; rules beside a screen are for the screens of its folder and the parts in them.
  const drawn = isPart(sheet) ? drawnIn('') : drawnIn(dirname(sheet)) + drawnIn('enhance')
  const parts = isPart(sheet) ? [] : sheets.filter(isPart).flatMap((part) => [...classesOf(part)])
  const unused = [...classesOf(sheet)].filter(
    (name) => !madeElsewhere.test(name) && !parts.includes(name) && !isDrawn(name, drawn),
  )
  expect(unused).toEqual([])
})
