import { listMatters } from '@event-sphere/contract/matters'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { foundOrganization } from './cast/staff.ts'
import { startApi } from './cast/start-api.ts'
import { aPromptedPurchase, aSale } from './payments/cast.ts'
import { raiseDeadJob } from './raise-dead-job.ts'

test('a dead job is one matter, with the ids that it was about and nobody’s address', async () => {
  const { ctx } = await startApi()
  const dead = {
    queue: 'tickets.mail',
    jobId: 'b0',
    data: { purchaseIds: ['a', 'b'], email: 'otieno@example.com' },
  }
  await raiseDeadJob(ctx, dead)
  await raiseDeadJob(ctx, dead)
  const { rows } = await sql`select kind, subject, subject_id as id, facts from matters`.execute(
    ctx.database.reader,
  )
  const facts = { queue: 'tickets.mail', jobId: 'b0', purchaseIds: 'a b' }
  expect(rows).toEqual([{ kind: 'dead_job', subject: 'queue', id: 'tickets.mail b0', facts }])
})

test('a dead job about an event, a purchase or a callback is put before their organization, and about a person it is not', async () => {
  const { api, summit } = await aSale()
  const buyer = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(buyer.purchase)
  const uuidOf = async (table: string) =>
    (await sql<{ id: string }>`select id from ${sql.table(table)} limit 1`.execute(api.ctx.database.reader))
      .rows[0]?.id ?? ''
  const about = {
    'tickets.mail': { purchaseIds: [await uuidOf('purchases')] },
    'payments.judge-callback': { callbackId: await uuidOf('callbacks') },
    'cancellations.end-purchases': { eventId: await uuidOf('events'), after: await uuidOf('events') },
    'auth.registered-again': { userId: await uuidOf('users'), locale: 'en' },
  }
  for (const [queue, data] of Object.entries(about)) await raiseDeadJob(api.ctx, { queue, jobId: 'b0', data })

  const seenBy = async (as: string) =>
    (await api.call(listMatters, { as, query: { kind: 'dead_job' } })).body.items
      .map(({ facts, eventId }) => [facts.queue, eventId])
      .sort()
  const ofTheSummit = Object.keys(about)
    .slice(0, 3)
    .sort()
    .map((queue) => [queue, summit.eventId])
  expect(await seenBy(api.admin)).toEqual(ofTheSummit)
  expect(await seenBy(api.platform)).toEqual([['auth.registered-again', null], ...ofTheSummit])
  expect(await seenBy((await foundOrganization(api.call, api.platform, 'others')).admin)).toEqual([])
})
