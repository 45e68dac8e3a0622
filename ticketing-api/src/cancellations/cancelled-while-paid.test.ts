import { cancelEvent } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { type Database, sql, type Tx } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { theSummit } from '../cast/summit.ts'
import { allHandlers } from '../handlers.ts'
import { aPromptedPurchase, aSale, purchaseOf } from '../payments/cast.ts'
import { judgeCallback } from '../payments/judge-callback.ts'

/** Everything that the database refused inside a transaction, also what a second try made good. */
function faultsOf(database: Database): string[] {
  const faults: string[] = []
  const told =
    (run: Database['transaction']): Database['transaction'] =>
    (story) =>
      run(async (tx: Tx) => {
        try {
          return await story(tx)
        } catch (fault) {
          faults.push(String((fault as { code?: unknown }).code))
          throw fault
        }
      })
  database.transaction = told(database.transaction)
  database.pipeline = told(database.pipeline)
  return faults
}

test('an event is cancelled on one process while its payments are settled on another: nobody deadlocks, and money is owed back once', async () => {
  const { api } = await aSale()
  const other = await api.startAnother()
  const faults = [faultsOf(api.ctx.database), faultsOf(other.ctx.database)]
  const summit = await theSummit(api, { event: { slug: 'off', code: 'OFF' } })
  const payers = []
  for (let nth = 0; nth < 10; nth += 1) payers.push(await aPromptedPurchase(api, summit))
  const crowd = await Promise.all(Array.from({ length: 20 }, () => aCustomer(api)))
  for (const { purchase } of payers) await api.mpesa.pays(purchase)
  const { rows: letters } = await sql<{ id: string }>`select id from callbacks`.execute(
    api.ctx.database.reader,
  )

  const settles = letters.map(({ id }) => judgeCallback(other.ctx, { callbackId: id }))
  const orders = crowd.map(({ token }, at) =>
    buys({ ...api, call: (at % 2 ? api : other).call }, summit, token, { general: 1 }),
  )
  const cancelled = api.call(cancelEvent, { as: api.admin, params: { id: summit.eventId } })
  const ends = cancelled.then(() =>
    Promise.all([api, other].map(({ ctx }) => ctx.jobs.runUntilQuiet(allHandlers(ctx)))),
  )
  const served = await Promise.all(orders)
  await Promise.all([...settles, ends])
  await api.runJobs()

  expect((await cancelled).status).toBe(200)
  expect(served.filter(({ status }) => status >= 500)).toEqual([])
  expect(faults.flat().filter((code) => code === '40P01' || code === '40001' || code === '55P03')).toEqual([])
  for (const payer of payers)
    expect(await purchaseOf(api, payer)).toMatchObject({ status: 'owed_back', paidAmount: 1500 })
  const { rows: valid } = await sql`select 1 from tickets where status = 'valid'`.execute(
    api.ctx.database.reader,
  )
  expect(valid).toEqual([])
  const query = { eventId: summit.eventId, kind: 'money_owed_back', limit: '100' }
  const { items } = (await api.call(listMatters, { as: api.admin, query })).body
  const owed = items.map(({ subjectId, facts }) => `${subjectId} ${facts.amount}`)
  expect(owed).toHaveLength(payers.length)
  expect(new Set(owed)).toEqual(new Set(payers.map(({ purchase }) => `${purchase.id} 1500`)))
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)
