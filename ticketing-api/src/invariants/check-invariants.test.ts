import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { RawBuilder } from 'kysely'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, aPendingPurchase, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { raiseDeadJob } from '../raise-dead-job.ts'
import { checkInvariants } from './check-invariants.ts'
import { lastNight } from './rules.ts'
import { listInvariants } from './store.ts'

const pending = sql`select id from purchases where status = 'pending_payment'`
const payWith = (receipt: string) => sql`
  insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, receipt, paid_cents,
    settled_at, created_at, open_until)
  select organization_id, gen_random_uuid(), id, '254700000000', 150000, 'paid', ${receipt}, 75000,
    now(), now(), now() from purchases where status = 'pending_payment'`
const bookTo = (account: string) => sql`
  insert into money_entries (posting_id, account, cents, cause, organization_id, purchase_id)
  select id, side.account, side.cents, 'opened', organization_id, id
  from purchases, (values ('held_for', 100), (${account}, -100)) side (account, cents)
  where status = 'pending_payment'`
const admit = sql`
  insert into scans (organization_id, id, ticket_id, event_id, agent_id, result, location, day, scanned_at, entrance_id)
  select k.organization_id, gen_random_uuid(), k.id, k.event_id, u.id, 'admitted', 'door', '2026-07-15', now(), n.id
  from (select * from tickets limit 1) k, (select * from users limit 1) u, (select * from entrances limit 1) n`

/** One way to break each promise by hand, past the walls that keep it. */
const breaks: Record<string, RawBuilder<unknown>[]> = {
  inv_cancelled_events_end: [sql`update events set status = 'cancelled'`],
  inv_carts_spent_once: [
    sql`drop index one_purchase_a_cart`,
    sql`update purchases set cart_id = '00000000-0000-0000-0000-000000000001'`,
  ],
  inv_holdings_counted: [sql`update holdings set owned = owned + 1`],
  inv_keys_have_one_effect: [sql`update idempotency_keys set subject_id = gen_random_uuid()`],
  inv_money_has_a_home: [payWith('UG1HOME')],
  inv_money_rests: [bookTo('earned')],
  inv_nothing_is_orphaned: [sql`delete from purchase_items where purchase_id in (${pending})`],
  inv_one_admission_a_day: [sql`drop index one_admission_a_day`, admit, admit],
  inv_owed_money_told: [bookTo('owed_back')],
  inv_postings_sum_to_zero: [
    sql`alter table money_entries disable trigger sum_to_zero`,
    sql`insert into money_entries (posting_id, account, cents, cause, organization_id)
      select gen_random_uuid(), 'mpesa', 100, 'opened', id from organizations limit 1`,
  ],
  inv_prompts_have_an_address: [payWith('UG1ADDRESS')],
  inv_receipts_credited_once: [payWith('ug1abc'), payWith('UG1ABC')],
  inv_rows_of_one_organization: [
    sql`update purchase_items set organization_id = '00000000-0000-0000-0000-000000000001'`,
  ],
  inv_sales_in_their_window: [
    sql`update ticket_types set sale_ends_at = '2026-06-30T12:00:00Z'`,
    sql`update ticket_types set window_set_at = '2026-06-01T00:00:00Z'`,
  ],
  inv_seats_counted: [sql`update quotas set taken = taken + 1 where not is_event_cap`],
  inv_statuses_possible: [sql`update purchases set expires_at = null where id in (${pending})`],
  inv_tickets_mailed: [
    sql`update purchases set completed_at = completed_at - interval '4 days' where status = 'completed'`,
  ],
  inv_tickets_paid_for: [
    sql`update purchases set status = 'completed', completed_at = now() where id in (${pending})`,
  ],
  inv_webhooks_end: [
    sql`insert into happenings (organization_id, type, data, happened_at)
      select id, 'stock.changed', '{}', clock.now() - interval '2 days' from organizations limit 1`,
  ],
}

async function brokenViews(reader: Reader): Promise<string[]> {
  const broken = []
  for (const view of await listInvariants(reader)) {
    const { rows } = await sql`select 1 from ${sql.table(view)} limit 1`.execute(reader)
    if (rows.length > 0) broken.push(view)
  }
  return broken
}

class Undo extends Error {}

/** What is broken once these have been done; then they are undone. */
async function brokenBy(
  transaction: (story: (tx: Tx) => Promise<never>) => Promise<never>,
  acts: RawBuilder<unknown>[],
) {
  let broken: string[] = []
  await transaction(async (tx) => {
    for (const act of acts) await act.execute(tx)
    broken = await brokenViews(tx)
    throw new Undo()
  }).catch((fault: unknown) => {
    if (!(fault instanceof Undo)) throw fault
  })
  return broken
}

test('each promise of the database is seen when it is broken, and none else is without a way to break it', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  await aPendingPurchase(api, summit)
  const { reader, transaction } = api.ctx.database
  expect(await brokenPromises(api)).toEqual([])

  expect(await listInvariants(reader)).toEqual(Object.keys(breaks))
  for (const [view, acts] of Object.entries(breaks))
    expect({ view, broken: await brokenBy(transaction, acts) }).toMatchObject({
      view,
      broken: expect.arrayContaining([view]),
    })
  expect(await brokenPromises(api)).toEqual([])
})

test('what is broken is a matter of its organiser the next night, once', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  const { reader } = api.ctx.database
  const matters = async () =>
    (
      await sql`select kind, subject_id as id, organization_id is not null as "isOrganisers", facts from matters`.execute(
        reader,
      )
    ).rows
  await sql`update holdings set owned = 3`.execute(reader)

  await checkInvariants(api.ctx)
  expect(await matters()).toEqual([])
  await api.moveTo('2026-07-02T00:00:00Z')
  await checkInvariants(api.ctx)
  await checkInvariants(api.ctx)

  const facts = { view: 'inv_holdings_counted', count: 1, first: expect.stringContaining('owned 3, valid 1') }
  const id = expect.stringMatching(/^inv_holdings_counted [0-9a-f-]{36}$/)
  expect(await matters()).toEqual([{ kind: 'broken_invariant', id, isOrganisers: true, facts }])
})

test('a ticket whose mail was given up and put before a person is not lost, and a window that moves later breaks nothing', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { body } = await buys(api, summit, (await aCustomer(api)).token, { general: 1 })
  const { reader, transaction } = api.ctx.database
  const { rows } = await sql<{ id: string }>`select id from purchases`.execute(reader)
  const purchaseIds = [rows[0]?.id ?? '']
  expect(body.status).toBe('completed')

  await api.moveTo('2026-07-05T09:00:00Z')
  expect(await brokenPromises(api)).toMatchObject([
    { view: 'inv_tickets_mailed', purchase_id: purchaseIds[0] },
  ])
  await raiseDeadJob(api.ctx, { queue: 'tickets.mail', jobId: 'b0', data: { purchaseIds } })
  expect(await brokenPromises(api)).toEqual([])

  await sql`update ticket_types set sale_ends_at = '2026-06-15T00:00:00Z'`.execute(reader)
  await sql`update events set ends_at = '2026-07-16T00:00:00Z'`.execute(reader)
  expect(await brokenPromises(api)).toEqual([])
  expect(await brokenBy(transaction, [sql`update events set published_at = null`])).toEqual([])
  const longAgo = sql`update ticket_types set window_set_at = '2026-06-01T00:00:00Z', sale_ends_at = null`
  const later = sql`update ticket_types set window_set_at = '2026-06-01T00:00:00Z'`
  const withdrawn = sql`update events set published_at = null`
  expect(await brokenBy(transaction, [longAgo, later, withdrawn])).toEqual(['inv_sales_in_their_window'])
})

test('one event is looked at without reading the others', async () => {
  const api = await startApi()
  await theSummit(api)
  const plans = await api.ctx.database.transaction(async (tx) => {
    // A table of a few rows is read whole for its size alone.
    await sql`set local enable_seqscan = off`.execute(tx)
    const lines = []
    for (const view of await listInvariants(tx)) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from ${sql.table(view)}
        where event_id = '00000000-0000-0000-0000-000000000001'`.execute(tx)
      lines.push(...rows.map((row) => `${view}: ${row['QUERY PLAN']}`))
    }
    return lines
  })
  expect(
    plans.filter((line) =>
      /Seq Scan on (tickets|payments|purchase_items|purchases|money_entries)/.test(line),
    ),
  ).toEqual([])
})

test('a night begins at two in the morning in East Africa', () => {
  const night = (iso: string) => lastNight(new Date(iso)).toISOString()
  expect(night('2026-07-01T22:59:59Z')).toBe('2026-06-30T23:00:00.000Z')
  expect(night('2026-07-01T23:00:00Z')).toBe('2026-07-01T23:00:00.000Z')
  expect(night('2026-07-02T10:00:00Z')).toBe('2026-07-01T23:00:00.000Z')
})
