import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import { toCents } from '@event-sphere/contract/values/money'
import { sql } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { book } from './book.ts'
import type { Posting } from './posting.ts'

async function aLedger() {
  const api = await startApi()
  const { rows } = await sql<{ id: OrganizationId }>`select id from organizations limit 1`.execute(
    api.ctx.database.reader,
  )
  const organizationId = rows[0]?.id ?? ('' as OrganizationId)
  const received = (mpesa: number, heldFor: number, more: Partial<Posting> = {}): Posting => ({
    cause: 'received',
    organizationId,
    purchaseId: newUuid() as PurchaseId,
    paymentId: newUuid() as PaymentId,
    entries: { mpesa: toCents(mpesa), held_for: toCents(heldFor) },
    ...more,
  })
  const books = (...postings: Posting[]) => api.ctx.database.transaction((tx) => book(tx, postings))
  return { api, received, books, organizationId }
}

async function entriesOf(api: TestApi) {
  const { rows } = await sql<{ account: string; cents: number }>`
    select account, cents::int from money_entries order by id`.execute(api.ctx.database.reader)
  return rows.map(({ account, cents }) => `${account} ${cents}`)
}

test('postings are written whole, and what nothing moves in has no entry', async () => {
  const { api, received, books } = await aLedger()
  await books(
    received(150_000, -150_000),
    received(100, -100, { entries: { mpesa: toCents(0), held_for: toCents(0) } }),
  )
  expect(await entriesOf(api)).toEqual(['mpesa 150000', 'held_for -150000'])
})

test('a posting that does not sum to zero is refused, with all that is booked beside it', async () => {
  const { api, received, books } = await aLedger()
  await expect(books(received(150_000, -150_000), received(150_000, -149_999))).rejects.toMatchObject({
    constraint: 'postings_sum_to_zero',
  })
  // Two that are wrong by the same, in opposite directions, are wrong all the same.
  await expect(books(received(101, -100), received(99, -100))).rejects.toThrow('does not sum to zero')
  expect(await entriesOf(api)).toEqual([])
})

test('money of one organization does not balance that of another', async () => {
  const { api, organizationId } = await aLedger()
  const other = newUuid()
  const { reader } = api.ctx.database
  await sql`insert into organizations (id, name, email) values (${other}, 'Other', 'other@example.com')`.execute(
    reader,
  )
  const moved = sql`insert into money_entries (posting_id, account, cents, cause, organization_id) values
    (${other}, 'mpesa', 100, 'received', ${organizationId}), (${other}, 'held_for', -100, 'received', ${other})`
  await expect(moved.execute(reader)).rejects.toThrow('does not sum to zero')
})

test('no entry is changed or taken away, even by mistake', async () => {
  const { api, received, books } = await aLedger()
  await books(received(150_000, -150_000))
  const { reader } = api.ctx.database
  for (const change of [
    sql`update money_entries set cents = cents * 2`,
    sql`delete from money_entries`,
    sql`truncate money_entries`,
  ])
    await expect(change.execute(reader)).rejects.toThrow('never changed')
  expect(await entriesOf(api)).toEqual(['mpesa 150000', 'held_for -150000'])
})

test('a payment is received once, once more with its receipt, and a receipt once in all', async () => {
  const { api, received, books } = await aLedger()
  const payment = { paymentId: newUuid() as PaymentId }
  await books(received(100, -100, payment))
  await books(received(2, -2, { ...payment, receipt: 'UG1ABC2345' }))
  for (const again of [payment, { ...payment, receipt: 'UG1ABC9999' }])
    await expect(books(received(100, -100, again))).rejects.toMatchObject({
      constraint: 'one_receiving_a_payment',
    })
  await expect(books(received(100, -100, { receipt: 'UG1ABC2345' }))).rejects.toMatchObject({
    constraint: 'one_receiving_a_receipt',
  })
  expect(await entriesOf(api)).toHaveLength(4)
})
