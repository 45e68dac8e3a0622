import { aRefusal, aRequest, aServer } from '@event-sphere/api-client/cast'
import { Unreachable } from '@event-sphere/api-client/unreachable'
import { expect, test } from 'vitest'
import { makeTransport } from './make-transport.ts'

const away = { status: 503 }
const there = { status: 200 }

test('a repeatable call is sent again if the API is briefly unavailable', async () => {
  const { heard, baseUrl } = await aServer(away, away, there)
  const answer = await makeTransport({ baseUrl })(aRequest)
  expect(answer.status).toBe(200)
  expect(heard).toHaveLength(3)
})

test('a call that may have had an effect is never sent twice', async () => {
  const { heard, baseUrl } = await aServer(away, there)
  const send = makeTransport({ baseUrl })
  await expect(send({ ...aRequest, method: 'POST', isRepeatable: false })).rejects.toThrow(Unreachable)
  expect(heard).toHaveLength(1)
})

test('after five faults the circuit opens, and a call is tried again later', async () => {
  const { heard, baseUrl } = await aServer(away, away, away, away, away, there)
  const send = makeTransport({ baseUrl, halfOpenAfterMilliseconds: 50 })
  const once = { ...aRequest, isRepeatable: false }
  for (let tried = 0; tried < 8; tried += 1) await expect(send(once)).rejects.toThrow(Unreachable)
  expect(heard).toHaveLength(5)
  await expect
    .poll(() =>
      send(once).then(
        (answer) => answer.status,
        () => 0,
      ),
    )
    .toBe(200)
})

test("a payment provider's refusal counts as an answer", async () => {
  const { heard, baseUrl } = await aServer(aRefusal(502, 'payment_provider_refused'))
  const answer = await makeTransport({ baseUrl })(aRequest)
  expect(answer.status).toBe(502)
  expect(heard).toHaveLength(1)
})
