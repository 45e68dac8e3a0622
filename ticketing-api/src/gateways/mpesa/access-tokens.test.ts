import { sql } from '@event-sphere/kit/database/database'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import { expect, onTestFinished, test } from 'vitest'
import { ticketingTemplate } from '../../cast/template.ts'
import { aDaraja, aProcess, ids, prompt } from './cast.ts'

test('one token serves every process and every call at once', async () => {
  const daraja = await aDaraja()
  const processes = [aProcess(daraja), aProcess(daraja), aProcess(daraja)]

  const answers = await Promise.all(
    processes.flatMap((one) => Array.from({ length: 5 }, () => one.requestPrompt(prompt))),
  )

  expect(answers.every(({ kind }) => kind === 'accepted')).toBe(true)
  expect(daraja.seen.tokens).toBe(1)
  await aProcess(daraja).queryPrompt(ids.CheckoutRequestID)
  expect(daraja.seen.tokens).toBe(1)
})

test('control: processes that keep a token each throw one another out', async () => {
  const daraja = await aDaraja()
  const other = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', ticketingTemplate)
  onTestFinished(() => other.drop())
  const [one, two] = [aProcess(daraja), aProcess({ ...daraja, databaseUrl: other.url })]

  for (const each of [one, two, one, two]) await each.requestPrompt(prompt)

  expect(daraja.seen.tokens).toBe(4)
})

test('a token that somebody else has ended is renewed once, and the call made again', async () => {
  const daraja = await aDaraja()
  const processes = [aProcess(daraja), aProcess(daraja)]
  await aProcess(daraja).requestPrompt(prompt)
  daraja.revoke()

  const answers = await Promise.all(
    processes.flatMap((one) => [1, 2, 3].map(() => one.requestPrompt(prompt))),
  )

  expect(answers.every(({ kind }) => kind === 'accepted')).toBe(true)
  expect(daraja.seen.tokens).toBe(2)
  expect(daraja.seen.pushes).toHaveLength(7)
})

test('a token that is refused again is no endless loop', async () => {
  const daraja = await aDaraja({ oauth: async () => ({ access_token: 'never good', expires_in: 3599 }) })
  expect(await aProcess(daraja).requestPrompt(prompt)).toMatchObject({
    kind: 'refused',
    code: 'token',
    isBusy: true,
  })
  expect(daraja.seen.tokens).toBe(2)
})

test('an old token is not used to its last second', async () => {
  const daraja = await aDaraja()
  const one = aProcess(daraja)
  await one.requestPrompt(prompt)
  await sql`update mpesa_tokens set expires_at = clock_timestamp() + interval '59 seconds'`.execute(
    one.database.reader,
  )
  await one.requestPrompt(prompt)
  expect(daraja.seen.tokens).toBe(2)
})

test.each([
  ['wrong credentials, with an empty body', 400, '', false],
  ['a page of the firewall', 503, '<html>Incapsula incident</html>', true],
])('without a token nothing is asked: %s', async (_, status, body, isBusy) => {
  const daraja = await aDaraja({ oauth: (_request, reply) => reply.code(status).send(body) })
  expect(await aProcess(daraja).requestPrompt(prompt)).toMatchObject({
    kind: 'refused',
    code: 'unreachable',
    isBusy,
  })
  expect(daraja.seen.pushes).toEqual([])
})
