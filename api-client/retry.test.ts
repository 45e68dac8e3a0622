import { expect, test } from 'vitest'
import { withBreaker } from './breaker.ts'
import { aRequest, aServer } from './cast.ts'
import { withRetry } from './retry.ts'
import { makeSend } from './send.ts'
import { CircuitOpen, Unreachable } from './unreachable.ts'

const pauses = { initialDelayMilliseconds: 1, maxDelayMilliseconds: 2 }

test('a call is repeated as often as configured, and no more', async () => {
  const { baseUrl, heard } = await aServer({ status: 503 })
  await expect(withRetry(makeSend({ baseUrl }), { tries: 3, ...pauses })(aRequest)).rejects.toThrow(
    Unreachable,
  )
  expect(heard).toHaveLength(4)
})

test('a long poll is not repeated, nor counted by the breaker', async () => {
  const { baseUrl, heard } = await aServer({ status: 503 })
  const patient = withBreaker(makeSend({ baseUrl }), { faults: 1, halfOpenAfterMilliseconds: 60_000 })
  const send = withRetry(patient, { tries: 3, ...pauses })
  for (const nth of [1, 2]) {
    await expect(send({ ...aRequest, waitSeconds: 1 })).rejects.toThrow(Unreachable)
    expect(heard).toHaveLength(nth)
  }
})

test('a call that waits for Safaricom is repeated under its key, and the breaker does not count it', async () => {
  const { baseUrl, heard } = await aServer({ status: 503 })
  const patient = withBreaker(makeSend({ baseUrl }), { faults: 1, halfOpenAfterMilliseconds: 60_000 })
  const send = withRetry(patient, { tries: 1, ...pauses })
  await expect(send({ ...aRequest, outsideSeconds: 1 })).rejects.toThrow(Unreachable)
  expect(heard).toHaveLength(2)
  await expect(send({ ...aRequest, isRepeatable: false })).rejects.toThrow('answered 503')
  expect(heard).toHaveLength(3)
})

test('a call is not repeated while the circuit is open', async () => {
  const { baseUrl, heard } = await aServer({ status: 503 })
  const states: boolean[] = []
  let asked = 0
  const breaker = withBreaker(makeSend({ baseUrl }), {
    faults: 2,
    halfOpenAfterMilliseconds: 60_000,
    onStateChange: (isOpen) => states.push(isOpen),
  })
  const send = withRetry(
    (request) => {
      asked += 1
      return breaker(request)
    },
    { tries: 5, ...pauses },
  )
  await expect(send(aRequest)).rejects.toThrow(CircuitOpen)
  expect(heard).toHaveLength(2)
  expect(asked).toBe(3)
  expect(states).toEqual([true])
})

test('calls that fail with one of several processes do not open the circuit', async () => {
  const { baseUrl, heard } = await aServer(
    ...Array.from({ length: 20 }, () => ({ status: 200 })),
    ...Array.from({ length: 10 }, () => ({ status: 503 })),
    { status: 200 },
  )
  const send = withBreaker(makeSend({ baseUrl }), { faults: 5, halfOpenAfterMilliseconds: 60_000 })
  for (let nth = 0; nth < 20; nth += 1) await send(aRequest)
  for (let nth = 0; nth < 10; nth += 1) await expect(send(aRequest)).rejects.toThrow('answered 503')
  expect((await send(aRequest)).status).toBe(200)
  expect(heard).toHaveLength(31)
})

test('an API that is back after a moment is called again after a moment', async () => {
  const { baseUrl } = await aServer({ status: 503 }, { status: 200 })
  const send = withBreaker(makeSend({ baseUrl }), { faults: 1, halfOpenAfterMilliseconds: 60_000 })
  await expect(send(aRequest)).rejects.toThrow('answered 503')
  await expect(send(aRequest)).rejects.toThrow(CircuitOpen)
  const look = () => send(aRequest).then(({ status }) => status, String)
  await expect.poll(look, { timeout: 20_000 }).toBe(200)
}, 30_000)

test('a refusal is an answer, so the call is sent once', async () => {
  const { baseUrl, heard } = await aServer({ status: 409 })
  expect((await withRetry(makeSend({ baseUrl }), { tries: 3, ...pauses })(aRequest)).status).toBe(409)
  expect(heard).toHaveLength(1)
})
