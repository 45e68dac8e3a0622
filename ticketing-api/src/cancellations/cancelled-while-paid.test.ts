import { cancelEvent } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { crossings, faultsOf } from '../cast/faults-of.ts'
import { theSummit } from '../cast/summit.ts'
import { withoutWalls } from '../cast/watch-queries.ts'
import type { Context } from '../context.ts'
import { allHandlers } from '../handlers.ts'
import { judgeTogether } from '../payments/callbacks/judge-together.ts'
import { aSale, promptedPurchases, purchaseOf } from '../payments/cast.ts'

/**
 * Ten people pay, one process settles that in a group, the other cancels the event, and a crowd buys at both.
 * @returns all that should not be
 */
async function whatGoesWrong(weaken: (sides: readonly Context[]) => void = () => undefined) {
  const { api } = await aSale()
  const other = await api.startAnother()
  const faults = [faultsOf(api.ctx.database), faultsOf(other.ctx.database)]
  const summit = await theSummit(api, { event: { slug: 'off', code: 'OFF' } })
  const payers = await promptedPurchases(api, summit, 10)
  const crowd = await Promise.all(Array.from({ length: 20 }, () => aCustomer(api)))
  for (const { purchase } of payers) await api.mpesa.pays(purchase)
  const { rows: callbacks } = await sql<{ id: string }>`select id from callbacks`.execute(
    api.ctx.database.reader,
  )
  weaken([api.ctx, other.ctx])

  const settled = judgeTogether(
    other.ctx,
    callbacks.map(({ id }) => id),
  )
  const orders = crowd.map(({ token }, at) =>
    buys({ ...api, call: (at % 2 ? api : other).call }, summit, token, { general: 1 }),
  )
  const cancelled = api.call(cancelEvent, { as: api.admin, params: { id: summit.eventId } })
  const ends = cancelled.then(() =>
    Promise.all([api, other].map(({ ctx }) => ctx.jobs.runUntilQuiet(allHandlers(ctx)))),
  )
  const served = await Promise.all(orders)
  const work = await Promise.allSettled([settled, ends])
  const [rest] = await Promise.allSettled([api.runJobs()])

  const { status } = await cancelled
  const ended = await Promise.all(payers.map((payer) => purchaseOf(api, payer)))
  const { rows: valid } = await sql`select 1 from tickets where status = 'valid'`.execute(
    api.ctx.database.reader,
  )
  const query = { eventId: summit.eventId, kind: 'money_owed_back', limit: '100' }
  const { items } = (await api.call(listMatters, { as: api.admin, query })).body
  const told = items.map(({ subjectId, facts }) => `${subjectId} ${facts.amount}`).sort(inOrder)
  const owed = payers.map(({ purchase }) => `${purchase.id} 1500`).sort(inOrder)
  return [
    ...(status === 200 ? [] : [`cancelling was answered ${status}`]),
    ...served
      .filter((answer) => answer.status >= 500)
      .map((answer) => `an order was answered ${answer.status}`),
    ...crossings(faults.flat()),
    ...[...work, rest].flatMap((one) => (one.status === 'rejected' ? String(one.reason) : [])),
    ...ended
      .filter((one) => one.status !== 'owed_back' || one.paidAmount !== 1500)
      .map((one) => `a purchase is ${one.status} with ${one.paidAmount}`),
    ...valid.map(() => 'a ticket is valid'),
    ...(told.join() === owed.join() ? [] : [`people are told of ${told}`]),
    ...(await brokenPromises(api)),
  ]
}

const inOrder = (a: string, b: string) => a.localeCompare(b)

test('an event is cancelled on one process while its payments are settled on another: nobody deadlocks, and money is owed back once', async () => {
  expect(await whatGoesWrong()).toEqual([])
}, 60_000)

test('control: without the lock of the event’s stock, the cancellation and the group spend the same holds', async () => {
  const withoutLocks = (sides: readonly Context[]) => {
    const [first] = sides
    if (!first) return
    // Both have read the event, as it was before either commits.
    const walls = { leftOut: [/ for update$/], meetAfter: /clock\.now\(\) as now\s+from events/, howMany: 2 }
    const { transaction } = withoutWalls({ ...first.database }, walls)
    for (const { database } of sides) database.transaction = transaction
  }
  expect(await whatGoesWrong(withoutLocks)).not.toEqual([])
}, 60_000)
