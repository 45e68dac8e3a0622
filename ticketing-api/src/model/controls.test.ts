import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { rewriteSql } from '../cast/rewrite-sql.ts'
import { Stock } from '../seats/stock.ts'
import type { Installation } from './cast/installation.ts'
import { play } from './cast/play.ts'

/** Enough days for each of these faults; the first that shows it is the last. */
const runs = 15
const milliseconds = 600_000

const without =
  (...walls: string[]) =>
  async ({ api }: Installation) => {
    for (const wall of walls) await sql.raw(wall).execute(api.ctx.database.reader)
  }

const rewriting = (rewrite: (text: string) => string) => {
  const { restore } = rewriteSql(rewrite)
  onTestFinished(restore)
}

test('control: a hold that is looked at and not taken is found out', { timeout: milliseconds }, async () => {
  const looking = vi.spyOn(Stock.prototype, 'takeHold').mockImplementation(function (this: Stock, id) {
    return this.findLiveHold(id)
  })
  onTestFinished(() => looking.mockRestore())

  const { fault } = await play({ runs, seed: 1, spoil: without('drop index one_purchase_a_cart') })

  expect(fault).toMatch(/inv_seats_counted/)
})

test('control: a stock that nobody locks is found out', { timeout: milliseconds }, async () => {
  rewriting((text) => (text.includes('from quotas') ? text.replace('for update', '') : text))

  const { fault } = await play({
    runs,
    seed: 2,
    spoil: without(
      'alter table quotas drop constraint quota_not_oversold',
      'alter table tickets drop constraint tickets_ticket_type_id_serial_key',
    ),
  })

  expect(fault).toMatch(/inv_seats_counted/)
})

test('control: a payment that everybody may settle is found out', { timeout: milliseconds }, async () => {
  rewriting((text) =>
    /from (?:payments|purchases|callbacks)\b|update payments set status = 'paid'/.test(text)
      ? text.replace(/for update(?! skip| of c skip)(?: of c)?/, '').replace("and status <> 'paid'", '')
      : text,
  )

  const { fault } = await play({
    runs,
    seed: 3,
    spoil: without(
      'drop index one_open_payment',
      'drop index one_receiving_a_payment, one_receiving_a_receipt',
    ),
  })

  expect(fault).toMatch(/inv_money_has_a_home|inv_tickets_paid_for|cents/)
})

test('control: a key that is forgotten is found out', { timeout: milliseconds }, async () => {
  rewriting((text) => (text.includes('subject_id is not null') ? `${text} and false` : text))

  const { fault } = await play({
    runs,
    seed: 4,
    spoil: without('alter table idempotency_keys drop constraint idempotency_keys_pkey'),
  })

  expect(fault).toMatch(/inv_keys_have_one_effect|one key named two purchases|is not given again/)
})
