import { listMatters } from '@event-sphere/contract/matters'
import * as webhooks from '@event-sphere/contract/webhooks'
import { expect, test } from 'vitest'
import type { TestApi } from '../cast/start-api.ts'
import {
  anApiWith,
  answering,
  aReceiver,
  deliveriesOf,
  delivers,
  somethingHappens,
  subscribes,
} from './cast.ts'

const after = (iso: string | null | undefined, seconds = 1) =>
  new Date(Date.parse(iso ?? '') + seconds * 1000).toISOString()

const mattersOf = async (api: TestApi) =>
  (await api.call(listMatters, { as: api.key, query: { kind: 'webhook_failing' } })).body.items

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
