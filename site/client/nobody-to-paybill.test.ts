import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** The sources of all texts for people: pages, mails, refusals, the gate, the demonstration's events. */
const folders = ['site/client', 'site/backend', 'gate/src', 'ticketing-api/src', 'contract', 'tools/seed']
/** Words of the protocol and of the operator's settings, which buyers never read. */
const notForPayers = /CustomerPayBillOnline|is the 5 to 7 digits of a Paybill/g

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css|html)$/.test(name) && !/\.test\.tsx?$|node_modules|^build/.test(name))
    .map((name) => join(folder, name))

test('no page, mail, refusal or gate screen tells anybody to use Paybill', () => {
  const files = folders.flatMap(filesOf)
  expect(files).toEqual(
    expect.arrayContaining(['site/client/attendee/pay.tsx', 'ticketing-api/src/locales/catalogues.ts']),
  )
  const naming = files.filter((file) =>
    /pay\s?bill|lipa na m-?pesa/i.test(readFileSync(join(root, file), 'utf8').replaceAll(notForPayers, '')),
  )
  expect(naming).toEqual([])
})
