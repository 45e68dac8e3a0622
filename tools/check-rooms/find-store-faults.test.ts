import { expect, test } from 'vitest'
import { findStoreFaults } from './find-store-faults.ts'

const faultsOf = (path: string, text: string) => findStoreFaults({ path: `ticketing-api/src/${path}`, text })

test('SQL is only in stores', () => {
  const text = 'await sql<Row>`select 1`.execute(tx)'

  expect(faultsOf('tickets/get-ticket.ts', text)).toEqual([expect.stringContaining('store.ts')])
  expect(faultsOf('tickets/store.ts', text)).toEqual([])
  expect(faultsOf('auth/email-link-store.ts', text)).toEqual([])
  expect(faultsOf('tickets/get-ticket.test.ts', text)).toEqual([])
})

test.each([
  ['insert', 'await sql`insert into tickets (id) values (1)`'],
  ['update', 'await sql`update tickets set id = 1`'],
  ['delete', 'await sql`delete from tickets`'],
  ['delete in batches', `deleteInBatches(database, { table: 'tickets', where })`],
])('a table has one room that may %s', (_act, text) => {
  expect(faultsOf('purchases/store.ts', text)).toEqual([expect.stringContaining("tickets's")])
  expect(faultsOf('tickets/store.ts', text)).toEqual([])
})

test('text that only looks like a write is ignored, and a table without an owner is reported', () => {
  const locks = 'sql`select 1 from tickets for update of t skip locked` // update the list'
  expect(faultsOf('purchases/store.ts', locks)).toEqual([])
  expect(
    faultsOf('purchases/store.ts', 'sql`insert into a (b) values (1) on conflict do update set b = 2`'),
  ).toEqual([expect.stringContaining('which no room owns')])
  expect(faultsOf('tickets/store.ts', 'sql`update purchases set mailed_at = now()`')).toEqual([])
})
