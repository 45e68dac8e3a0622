import { expect, test } from 'vitest'
import { findVerbFaults } from './find-verb-faults.ts'

const faultsOf = (name: string, text: string) =>
  findVerbFaults({ path: `ticketing-api/src/sales/${name}`, text })

const place = 'export async function placePurchase(): Promise<void> {}\n'

test('a verb file exports the function that it is named after', () => {
  expect(faultsOf('place-purchase.ts', place)).toEqual([])
  expect(faultsOf('place-order.ts', place)).toEqual([
    'ticketing-api/src/sales/place-order.ts: a file named after a verb exports it; placeOrder is not exported here',
  ])
})

test('it exports no second function, but may export types and constants', () => {
  expect(faultsOf('place-purchase.ts', `${place}export const most = 3\nexport interface Wish {}\n`)).toEqual(
    [],
  )
  const [fault] = faultsOf('place-purchase.ts', `${place}export const tellPlaced = (id: string) => id\n`)
  expect(fault).toContain('move tellPlaced into a separate file')
})

test('nouns, furniture and tests are exempt', () => {
  const two = 'export function one() {}\nexport function other() {}\n'
  for (const name of ['line.ts', 'rules.ts', 'store.ts', 'place-purchase.test.ts', 'cast.ts'])
    expect(faultsOf(name, two)).toEqual([])
})
