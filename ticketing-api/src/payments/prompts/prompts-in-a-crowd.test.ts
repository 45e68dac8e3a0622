import { listMatters } from '@event-sphere/contract/matters'
import { stkPush } from '@event-sphere/contract/payments'
import { placePurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import type { TestApi } from '../../cast/start-api.ts'
import type { Summit } from '../../cast/summit.ts'
import type { PromptAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { anotherPhone, aSale } from '../cast.ts'

const turnedAway: PromptAnswer = { kind: 'refused', code: 'unreachable', text: 'no way', isBusy: true }
type Calling = Pick<TestApi, 'call'>

/** Guests of the organization's own site, each with an order that waits for its money. */
async function guests(api: TestApi, summit: Summit, count: number) {
  const orders: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { body } = await api.call(placePurchase, {
      as: api.key,
      body: {
        eventId: summit.eventId,
        items: [summit.general, summit.gala].map((ticketTypeId) => ({ ticketTypeId, quantity: 1 })),
        buyer: { email: `guest${at}@example.com` },
      },
      idempotencyKey: api.newKey(),
    })
    orders.push(body.id)
  }
  return orders
}

async function aCrowd(count: number) {
  const { api, summit } = await aSale()
  const orders = await guests(api, summit, count)
  const processes: readonly Calling[] = [api, await api.startAnother()]
  const pushAll = (phoneOf: (at: number) => string) =>
    Promise.all(
      orders.map((purchaseId, at) =>
        (processes[at % 2] ?? api).call(stkPush, {
          as: api.key,
          body: { purchaseId, phoneNumber: phoneOf(at) },
          idempotencyKey: api.newKey(),
        }),
      ),
    )
  const mattersOf = async () =>
    (await api.call(listMatters, { as: api.platform })).body.items.map(({ kind }) => kind)
  return { api, pushAll, mattersOf }
}

test('forty guests of one key who ask at once are all asked for their PINs', async () => {
  const { api, pushAll, mattersOf } = await aCrowd(40)
  const answers = await pushAll(() => anotherPhone())
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(201))
  expect(api.mpesa.prompts).toHaveLength(40)
  expect(await mattersOf()).toEqual([])
}, 60_000)

test('forty that ask for one phone at once use up none of its day but the one that rings', async () => {
  const { api, pushAll, mattersOf } = await aCrowd(40)
  const phoneNumber = anotherPhone()
  const answers = await pushAll(() => phoneNumber)
  expect(answers.filter(({ body }) => body.status === 'pending')).toHaveLength(1)
  for (const { body } of answers.filter(({ status }) => status !== 201)) {
    // On a slow machine some have waited in vain for the others to end.
    expect(['phone_busy', 'rate_limited']).toContain(body.code)
    expect(body.retryAt).toMatch(/^2026-07-01T09:0/)
  }
  expect(api.mpesa.prompts).toHaveLength(1)
  expect(await mattersOf()).toEqual([])
}, 60_000)

test('forty that M-Pesa turns away ring nowhere, and nobody is told that a budget is used up', async () => {
  const { api, pushAll, mattersOf } = await aCrowd(40)
  api.mpesa.answersPrompts(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return turnedAway
  })
  const phoneNumber = anotherPhone()
  const answers = await pushAll(() => phoneNumber)
  for (const { body } of answers) {
    expect(['payment_provider_refused', 'phone_busy', 'rate_limited']).toContain(body.code)
    // Of these ten minutes, not of this day.
    expect(body.retryAt).toMatch(/^2026-07-01T09:/)
  }
  expect(await mattersOf()).toEqual([])
}, 60_000)
