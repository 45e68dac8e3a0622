import { cancelEvent } from '@event-sphere/contract/events'
import { cancelPurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { crossings, faultsOf } from '../cast/faults-of.ts'
import { rewriteSql } from '../cast/rewrite-sql.ts'
import type { TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { allHandlers, allSweeps } from '../handlers.ts'
import { judgeTogether } from './callbacks/judge-together.ts'
import { aPromptedPurchase, aSale, untilTwoWait } from './cast.ts'

const callbacksOf = async (api: TestApi) =>
  (
    await sql<{ id: string }>`select id from callbacks order by received_at, id`.execute(
      api.ctx.database.reader,
    )
  ).rows.map(({ id }) => id)

test('groups of payments, people who cancel, an event that is cancelled and holds that end: nobody deadlocks', async () => {
  const { api, summit } = await aSale()
  const other = await api.startAnother()
  const faults = [faultsOf(api.ctx.database), faultsOf(other.ctx.database)]
  const off = await theSummit(api, { event: { slug: 'off', code: 'OFF' } })
  const some = async () => {
    const made = []
    for (let nth = 0; nth < 3; nth += 1)
      made.push(await aPromptedPurchase(api, summit), await aPromptedPurchase(api, off))
    return made
  }
  const lapsed = await some()
  await api.moveTo('2026-07-01T09:28:00Z')
  const regretful = await some()
  await api.moveTo('2026-07-01T09:31:00Z')
  const payers = await some()
  for (const { purchase } of [...lapsed, ...regretful, ...payers])
    await api.mpesa.pays(purchase, { deliveries: 2, receipt: purchase.account })
  const ids = await callbacksOf(api)
  const odd = ids.filter((_, nth) => nth % 2)

  const [cancelled] = await Promise.all([
    api.call(cancelEvent, { as: api.key, params: { id: off.eventId } }),
    judgeTogether(api.ctx, odd),
    judgeTogether(other.ctx, ids.toReversed()),
    ...regretful.map(({ token, purchase }) =>
      other.call(cancelPurchase, { as: token, params: { id: purchase.id } }),
    ),
    ...allSweeps.map((sweep) => sweep.run(api.ctx)),
    ...[api, other].map(({ ctx }) => ctx.jobs.runUntilQuiet(allHandlers(ctx))),
  ])
  await api.runJobs()
  await api.runSweeps()

  expect(cancelled.status).toBe(200)
  expect(crossings(faults.flat())).toEqual([])
  const { rows } = await sql<{ status: string; paid: number }>`
    select status, paid_cents::int as paid from purchases, balances_of(purchases.id)`.execute(
    api.ctx.database.reader,
  )
  expect(rows.map(({ paid }) => paid)).toEqual(rows.map(() => 150_000))
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['completed', 'owed_back']))
  expect(await brokenPromises(api)).toEqual([])
}, 120_000)

/** Two groups over the same purchases, and somebody who stops both of them in the middle of locking. */
async function twoGroupsMeet(first: 'by their ids' | 'the other way round') {
  const { api, summit } = await aSale()
  const other = await api.startAnother()
  const faults = [faultsOf(api.ctx.database), faultsOf(other.ctx.database)]
  const [low, middle, high] = [
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
    await aPromptedPurchase(api, summit),
  ]
  for (const { purchase } of [low, middle, high])
    for (let nth = 0; nth < 2; nth += 1) await api.mpesa.pays(purchase, { receipt: purchase.account })
  const ids = await callbacksOf(api)
  let turned = 0
  const { restore } = rewriteSql((text) => {
    if (first === 'by their ids' || !/from purchases where id = any.*for update/s.test(text)) return text
    turned += 1
    return turned === 1 ? text.replace('order by id for update', 'order by id desc for update') : text
  })
  onTestFinished(restore)
  const [isHeld, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from purchases where account = ${middle.purchase.account} for no key update`.execute(
      tx,
    )
    isHeld.resolve()
    await goOn.promise
  })
  await isHeld.promise

  const groups = Promise.all([
    judgeTogether(
      api.ctx,
      ids.filter((_, nth) => nth % 2 === 0),
    ),
    judgeTogether(
      other.ctx,
      ids.filter((_, nth) => nth % 2 === 1),
    ),
  ])
  await untilTwoWait(api)
  goOn.resolve()
  await holder
  await groups
  return { api, faults: faults.flat() }
}

test('two groups over the same purchases wait for each other and never cross', async () => {
  const { api, faults } = await twoGroupsMeet('by their ids')
  expect(crossings(faults)).toEqual([])
  expect(await brokenPromises(api)).toEqual([])
}, 60_000)

test('control: two groups that lock their purchases in different orders meet in a deadlock', async () => {
  const { faults } = await twoGroupsMeet('the other way round')
  expect(crossings(faults)).not.toEqual([])
}, 60_000)
