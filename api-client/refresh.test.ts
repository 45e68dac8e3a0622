import { expect, test } from 'vitest'
import { aRefusal, aRequest, aServer } from './cast.ts'
import { withRefresh } from './refresh.ts'
import { makeSend } from './send.ts'

const ended = aRefusal(401, 'token_expired')

async function sendWith(
  token: string | undefined,
  renewed: string | undefined,
  ...answers: { status: number }[]
) {
  const { baseUrl, heard } = await aServer(...answers)
  const renewals: string[] = []
  const send = withRefresh(makeSend({ baseUrl }), {
    accessToken: () => token,
    renew: async (old) => {
      renewals.push(old)
      return renewed
    },
  })
  const { status } = await send(aRequest)
  return { status, renewals, tokens: heard.map(({ headers }) => headers.authorization) }
}

test('an expired token is renewed, and the call is sent once more', async () => {
  const { status, renewals, tokens } = await sendWith('old', 'new', ended, { status: 200 })
  expect({ status, renewals, tokens }).toEqual({
    status: 200,
    renewals: ['old'],
    tokens: ['Bearer old', 'Bearer new'],
  })
})

test('a valid token is not renewed', async () => {
  expect(await sendWith('good', 'new', { status: 200 })).toMatchObject({ status: 200, renewals: [] })
})

test('if the session has ended, the refusal is returned unchanged', async () => {
  expect(await sendWith('old', undefined, ended)).toMatchObject({ status: 401, tokens: ['Bearer old'] })
})

test('a new token that is refused too is not renewed again', async () => {
  const { status, renewals } = await sendWith('old', 'new', ended)
  expect({ status, renewals }).toEqual({ status: 401, renewals: ['old'] })
})

test('without a token nothing is renewed', async () => {
  expect(await sendWith(undefined, 'new', ended)).toEqual({ status: 401, renewals: [], tokens: [undefined] })
})
