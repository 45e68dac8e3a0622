import { listMatters } from '@event-sphere/contract/matters'
import * as webhooks from '@event-sphere/contract/webhooks'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { rewriteSql } from '../cast/rewrite-sql.ts'
import type { TestApi } from '../cast/start-api.ts'
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

const after = (iso: string | null | undefined, seconds = 1) =>
  new Date(Date.parse(iso ?? '') + seconds * 1000).toISOString()

const mattersOf = async (api: TestApi) =>
  (await api.call(listMatters, { as: api.key, query: { kind: 'webhook_failing' } })).body.items

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

test('ten attempts in three days; then it is dead and one matter asks a person, however many die', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  receiver.answer = answering(500)
  await somethingHappens(api, summit)
  await somethingHappens(api, summit)
  const waits: number[] = []
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await delivers(api)
    expect(receiver.received).toHaveLength(attempt * 2)
    const tried = await deliveriesOf(api, id)
    const due = tried.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).toSorted()
    if (due.length === 0) break
    expect(tried).toMatchObject(Array(2).fill({ status: 'failed', attempts: attempt }))
    for (const { nextAttemptAt, lastAttemptAt } of tried)
      waits.push((Date.parse(nextAttemptAt ?? '') - Date.parse(lastAttemptAt ?? '')) / 1000)
    await api.moveTo(after(due.at(0), -2))
    await delivers(api)
    await api.moveTo(after(due.at(-1)))
  }

  const planned = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
  expect(waits).toHaveLength(planned.length * 2)
  for (const [nth, wait] of waits.entries()) {
    const least = planned[Math.floor(nth / 2)] ?? 0
    expect(wait).toBeGreaterThanOrEqual(least)
    expect(wait).toBeLessThanOrEqual(least * 1.1 + 0.001)
  }
  expect(receiver.received).toHaveLength(20)
  expect(await deliveriesOf(api, id)).toMatchObject([
    { status: 'dead', attempts: 10, nextAttemptAt: null },
    { status: 'dead', attempts: 10, nextAttemptAt: null },
  ])
  const matters = await mattersOf(api)
  expect(matters).toMatchObject([
    {
      subject: 'webhook',
      subjectId: id,
      facts: { because: 'status', statusCode: 500, isSwitchedOff: false, url: `${receiver.origin}/hooks` },
    },
  ])
  expect(JSON.stringify(matters)).not.toContain('key=abc')
})

test('one that nothing has reached for five days is switched off, and a person is told', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  receiver.answer = answering(500)
  await somethingHappens(api, summit)
  await delivers(api)
  await api.moveTo('2026-07-06T09:05:00Z')
  await somethingHappens(api, summit)
  await delivers(api)

  const shown = await api.call(webhooks.getWebhook, { as: api.key, params: { id } })
  expect(shown.body).toMatchObject({ status: 'disabled', disabledBecause: 'failing' })
  expect((await deliveriesOf(api, id)).map(({ status }) => status)).toEqual(['dead', 'dead'])
  expect(await mattersOf(api)).toMatchObject([{ subjectId: id, facts: { isSwitchedOff: true } }])
})

test('an answer in between begins the five days anew', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  const statuses = [500, 200, 500]
  receiver.answer = (response) => response.writeHead(statuses.shift() ?? 200).end()
  await somethingHappens(api, summit)
  await delivers(api)
  await api.moveTo('2026-07-05T09:00:00Z')
  await delivers(api)
  await api.moveTo('2026-07-07T09:00:00Z')
  await somethingHappens(api, summit)
  await delivers(api)

  expect(receiver.received).toHaveLength(3)
  const shown = await api.call(webhooks.getWebhook, { as: api.key, params: { id } })
  expect(shown.body).toMatchObject({
    status: 'active',
    failingSince: expect.stringMatching(/^2026-07-07T09:00/),
  })
})

test('410 switches the webhook off at once', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  receiver.answer = answering(410)
  await somethingHappens(api, summit)
  await delivers(api)

  const shown = await api.call(webhooks.getWebhook, { as: api.key, params: { id } })
  expect(shown.body).toMatchObject({ status: 'disabled', disabledBecause: 'gone' })
  expect(await deliveriesOf(api, id)).toMatchObject([{ status: 'dead', lastStatusCode: 410 }])
  expect(await mattersOf(api)).toHaveLength(1)
})

test('a redirect is a failure, and nobody goes where it leads', async () => {
  const [receiver, elsewhere] = [await aReceiver(), await aReceiver()]
  const { api, summit } = await anApiWith(receiver, elsewhere)
  const { id } = await subscribes(api, receiver)
  receiver.answer = answering(307, { location: elsewhere.origin })
  await somethingHappens(api, summit)
  await delivers(api)

  expect(await deliveriesOf(api, id)).toMatchObject([{ status: 'failed', lastFault: 'redirect' }])
  expect(elsewhere.received).toEqual([])
})

test('a receiver that asks for patience is given it, up to a day', async () => {
  const receiver = await aReceiver()
  const { api, summit } = await anApiWith(receiver)
  const { id } = await subscribes(api, receiver)
  const waitOf = async () => {
    await delivers(api)
    const [one] = await deliveriesOf(api, id)
    return (Date.parse(one?.nextAttemptAt ?? '') - Date.parse(one?.lastAttemptAt ?? '')) / 1000
  }
  receiver.answer = answering(429, { 'retry-after': '600' })
  await somethingHappens(api, summit)
  expect(await waitOf()).toBe(600)

  receiver.answer = answering(503, { 'retry-after': '999999' })
  await api.moveTo('2026-07-01T09:15:00Z')
  expect(await waitOf()).toBe(86_400)
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
