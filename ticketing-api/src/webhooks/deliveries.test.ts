import * as webhooks from '@event-sphere/contract/webhooks'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { rewriteSql } from '../cast/rewrite-sql.ts'
import { forgetOldHappenings } from '../happenings/forget-old-happenings.ts'
import {
  anApiWith,
  answering,
  aReceiver,
  deliveriesOf,
  delivers,
  idsOf,
  somethingHappens,
  subscribes,
} from './cast.ts'
import { deliverDue } from './deliver-due.ts'

test('a process that dies between sending and writing it down sends again, under the same id', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  await somethingHappens(api, summit)
  const { restore } = rewriteSql((text) =>
    /update webhook_deliveries set status/.test(text) ? 'select 1/0' : text,
  )
  onTestFinished(restore)
  await delivers(api)
  restore()
  await delivers(api)
  expect(receiver.received).toHaveLength(1)

  await api.moveTo('2026-07-01T09:01:30Z')
  await delivers(api)

  expect(new Set(idsOf(receiver.received)).size).toBe(1)
  expect(receiver.received).toHaveLength(2)
  expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body)
  expect((await deliveriesOf(api, id)).map(({ status }) => status)).toEqual(['delivered'])
})

test('two workers among a crowd of sales send each delivery once', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  await subscribes(api, receiver)
  const other = await api.startAnother()
  const selling = Promise.all(Array.from({ length: 40 }, () => somethingHappens(api, summit)))
  await Promise.all([delivers(api), delivers(other), delivers(api)])
  const sold = await selling
  await Promise.all([delivers(api), delivers(other)])

  expect(receiver.received).toHaveLength(40)
  expect(new Set(idsOf(receiver.received)).size).toBe(40)
  expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).data.purchaseId))).toEqual(
    new Set(sold),
  )
})

test('a receiver that does not answer holds up nobody else, and has a few attempts at a time', async () => {
  const [slow, quick] = [await aReceiver(), await aReceiver()]
  const { api, summit } = await anApiWith(slow, quick)
  await subscribes(api, slow)
  await subscribes(api, quick)
  const release = Promise.withResolvers<void>()
  slow.answer = (response) => void release.promise.then(() => response.writeHead(200).end())
  for (let nth = 0; nth < 6; nth += 1) await somethingHappens(api, summit)

  const round = delivers(api)
  await vi.waitFor(() => expect(quick.received).toHaveLength(6), 20_000)
  // What happens while somebody is silent is sent to the others all the same.
  await somethingHappens(api, summit)
  await vi.waitFor(() => expect(quick.received).toHaveLength(7), 20_000)
  expect(slow.received).toHaveLength(4)
  release.resolve()
  await round

  expect(slow.received).toHaveLength(7)
})

test('a process that is told to stop gives back what was not answered', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  receiver.answer = () => undefined
  await somethingHappens(api, summit)
  const stop = new AbortController()
  const round = deliverDue(api.ctx, stop.signal)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 20_000)
  stop.abort()
  await round

  expect(await deliveriesOf(api, id)).toMatchObject([{ status: 'pending', attempts: 0 }])
  receiver.answer = answering(200)
  await delivers(api)
  expect(await deliveriesOf(api, id)).toMatchObject([{ status: 'delivered', attempts: 1 }])
})

test('replay sends one delivery again, or all that failed since an instant, each under its own id', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  const replay = async (body: object) =>
    (await api.call(webhooks.replayDeliveries, { as: api.key, params: { id }, body })).body.replayed
  await somethingHappens(api, summit)
  await delivers(api)
  const [delivered] = await deliveriesOf(api, id)
  receiver.answer = answering(500)
  await somethingHappens(api, summit)
  await delivers(api)
  await api.moveTo('2026-07-01T09:01:00Z')
  await somethingHappens(api, summit)
  await delivers(api)
  receiver.answer = answering(200)
  receiver.received.length = 0

  expect(await replay({ deliveryId: delivered?.id })).toBe(1)
  await sql`update webhook_deliveries set next_attempt_at = clock.now() + interval '1 hour' where status = 'failed'`.execute(
    api.ctx.database.reader,
  )
  await delivers(api)
  expect(idsOf(receiver.received)).toEqual([delivered?.happeningId])

  expect(await replay({ since: '2026-07-01T09:00:30Z' })).toBe(1)
  expect(await replay({ since: '2026-07-01T08:00:00Z' })).toBe(2 - 1)
  await delivers(api)
  expect(new Set(idsOf(receiver.received)).size).toBe(3)
  expect((await deliveriesOf(api, id)).map(({ status }) => status)).toEqual([
    'delivered',
    'delivered',
    'delivered',
  ])
})

test('what happened is kept for thirty days, and with it what was sent', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  await somethingHappens(api, summit)
  await delivers(api)
  await api.moveTo('2026-07-31T08:00:00Z')
  await forgetOldHappenings(api.ctx)
  expect(await deliveriesOf(api, id)).toHaveLength(1)
  await api.moveTo('2026-07-31T10:00:00Z')
  await forgetOldHappenings(api.ctx)

  expect(await deliveriesOf(api, id)).toEqual([])
})
