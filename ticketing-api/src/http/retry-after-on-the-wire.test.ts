import { login } from '@event-sphere/contract/auth'
import { stkPush } from '@event-sphere/contract/payments'
import { expect, test } from 'vitest'
import { aPendingPurchase } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

type Answer = { status: number; body: { code?: unknown; retryAt?: unknown }; headers: Headers }

/** How far apart header and body are, on a clock that stands still for neither. */
const apart = (now: Date, { body, headers }: Answer) =>
  Math.abs(Number(headers.get('retry-after')) - (Date.parse(String(body.retryAt)) - now.getTime()) / 1000)

test('the header of a refusal says the same as its retryAt', async () => {
  const api = await startApi()
  const waiting = await aPendingPurchase(api, await theSummit(api))
  const push = () =>
    api.call(stkPush, {
      as: waiting.token,
      body: { purchaseId: waiting.purchase.id, phoneNumber: '0712345678' },
      idempotencyKey: api.newKey(),
    })
  await push()
  const open = await push()
  const body = { email: 'nobody@example.com', password: 'not the pass phrase' }
  let guessed: Answer = await api.call(login, { body })
  for (let tried = 0; tried < 8; tried += 1)
    guessed = await api.call(login, { body: { ...body, password: `guess number ${tried}` } })

  for (const [answer, status, code] of [
    [open, 409, 'payment_in_progress'],
    [guessed, 429, 'rate_limited'],
  ] as const) {
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(5)
    expect(apart(api.ctx.clock.now(), answer)).toBeLessThan(5)
  }
})
