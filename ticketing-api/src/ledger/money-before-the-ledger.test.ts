import type pg from 'pg'
import { expect, test } from 'vitest'
import { anOldInstallation } from '../cast/old-installation.ts'

const id = (nth: number) => `00000000-0000-0000-0000-${String(nth).padStart(12, '0')}`
const beforeTheLedger = '0140'

interface OldPurchase {
  status: string
  total?: number
  /** What each payment has brought, in cents; without a receipt if it is negative. */
  payments: number[]
  /** Beyond what its payments have brought. */
  unexplained?: number
}

async function write(client: pg.Client, nth: number, { status, total = 150_000, ...paid }: OldPurchase) {
  const sum = paid.payments.reduce((all, cents) => all + Math.abs(cents), paid.unexplained ?? 0)
  await client.query(
    `insert into purchases (id, organization_id, event_id, buyer_email, locale, status, total_cents, paid_cents, account,
      created_at, completed_at, expires_at)
     values ($1, $2, $3, 'a@example.com', 'en', $4, $5, $6, $7, now(), now(), now())`,
    [id(100 + nth), id(1), id(2), status, total, sum, `ACCOUNT${nth}`],
  )
  for (const [at, cents] of paid.payments.entries())
    await client.query(
      `insert into payments (id, purchase_id, phone, amount_cents, status, callback_token_hash, paid_cents, receipt,
        created_at, open_until, settled_at)
       values ($1, $2, '254700000000', 150000, 'paid', sha256($3::text::bytea), $4, $5, now(), now(), '2026-07-01T09:00:00Z')`,
      [
        id(1000 + nth * 10 + at),
        id(100 + nth),
        `${nth}-${at}`,
        Math.abs(cents),
        cents < 0 ? null : `R${nth}${at}`,
      ],
    )
}

test.each<[string, OldPurchase, { paid: number; held?: number; earned?: number; owed?: number }]>([
  ['waits, unpaid', { status: 'pending_payment', payments: [] }, { paid: 0 }],
  [
    'waits, with a part',
    { status: 'pending_payment', payments: [100_000] },
    { paid: 100_000, held: 100_000 },
  ],
  ['was free', { status: 'completed', total: 0, payments: [] }, { paid: 0 }],
  ['was paid', { status: 'completed', payments: [150_000] }, { paid: 150_000, earned: 150_000 }],
  ['was paid, by a query', { status: 'completed', payments: [-150_000] }, { paid: 150_000, earned: 150_000 }],
  [
    'was paid in two, and too much',
    { status: 'completed', payments: [100_000, 60_000] },
    { paid: 160_000, earned: 150_000, owed: 10_000 },
  ],
  ['expired unpaid', { status: 'expired', payments: [] }, { paid: 0 }],
  ['expired with a part', { status: 'expired', payments: [100_000] }, { paid: 100_000, owed: 100_000 }],
  ['was given up with a part', { status: 'cancelled', payments: [100] }, { paid: 100, owed: 100 }],
  ['is owed back', { status: 'owed_back', payments: [150_000, 150_000] }, { paid: 300_000, owed: 300_000 }],
])(
  'a purchase that %s has the same sums as entries',
  async (_, purchase, { paid, held = 0, earned = 0, owed = 0 }) => {
    const { client, migrate } = await anOldInstallation(beforeTheLedger)
    await write(client, 1, purchase)

    await migrate()

    const { rows } = await client.query(`select m.* from purchases p, balances_of(p.id) m`)
    expect(rows.map((row) => Object.values(row).map(Number))).toEqual([[paid, held, earned, owed]])
    for (const view of ['inv_money_has_a_home', 'inv_money_rests', 'inv_postings_sum_to_zero'])
      expect((await client.query(`select * from ${view}`)).rows).toEqual([])
  },
)

test('entries of old payments have their payment, its receipt and its time', async () => {
  const { client, migrate } = await anOldInstallation(beforeTheLedger)
  await write(client, 1, { status: 'completed', payments: [100_000, -50_000] })
  await migrate()
  const { rows } = await client.query(`select payment_id, receipt, cents::int, at from money_entries
    where account = 'mpesa' order by payment_id`)
  const at = new Date('2026-07-01T09:00:00Z')
  expect(rows).toEqual([
    { payment_id: id(1010), receipt: 'R10', cents: 100_000, at },
    { payment_id: id(1011), receipt: null, cents: 50_000, at },
  ])
})

test('money that no payment tells of stays in its purchase, and stays a broken promise', async () => {
  const { client, migrate } = await anOldInstallation(beforeTheLedger)
  await write(client, 1, { status: 'expired', payments: [100_000], unexplained: 50_000 })
  await migrate()
  const { rows } = await client.query(
    `select m.paid_cents::int as paid, m.owed_cents::int as owed from purchases p, balances_of(p.id) m`,
  )
  expect(rows).toEqual([{ paid: 150_000, owed: 150_000 }])
  const broken = await client.query('select purchase_id, booked::int from inv_money_has_a_home')
  expect(broken.rows).toEqual([{ purchase_id: id(101), booked: 50_000 }])
})
