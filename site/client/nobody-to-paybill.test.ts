import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Everything that a person may read comes from here: pages, mails, refusals, the gate, the demonstration's events. */
const folders = ['site/client', 'site/backend', 'gate/src', 'ticketing-api/src', 'contract', 'tools/seed']
/** Words of the wire and of the operator's settings, which nobody who pays reads. */
const notForPayers = /CustomerPayBillOnline|is the 5 to 7 digits of a Paybill/g

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css|html)$/.test(name) && !/\.test\.tsx?$|node_modules|^build/.test(name))
    .map((name) => join(folder, name))

test('no page, mail, refusal or screen of the gate sends anybody to Paybill', () => {
  const files = folders.flatMap(filesOf)
  expect(files).toEqual(
    expect.arrayContaining(['site/client/attendee/pay.tsx', 'ticketing-api/src/locales/catalogues.ts']),
  )
  const naming = files.filter((file) =>
    /pay\s?bill|lipa na m-?pesa/i.test(readFileSync(join(root, file), 'utf8').replaceAll(notForPayers, '')),
  )
  expect(naming).toEqual([])
})
