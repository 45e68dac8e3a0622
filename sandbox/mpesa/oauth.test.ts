import { expect, test } from 'vitest'
import { aSandbox, send } from './cast.ts'

const path = '/oauth/v1/generate?grant_type=client_credentials'
const basic = (pair: string): RequestInit => ({
  headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
})
const rightPair = 'sandbox-consumer-key:sandbox-consumer-secret'

test('a token is 28 characters and its lifetime is a string', async () => {
  const { url } = await aSandbox()
  const { status, json } = await send(url + path, basic(rightPair))
  expect(status).toBe(200)
  expect(json).toEqual({ access_token: expect.stringMatching(/^[A-Za-z0-9]{28}$/), expires_in: '3599' })
})

test('expires_in can be a number, as newer samples have it', async () => {
  const { url } = await aSandbox({ rules: { expiresInAsNumber: true } })
  expect((await send(url + path, basic(rightPair))).json.expires_in).toBe(3599)
})

test('a wrong key gets 400 and no body', async () => {
  const { url } = await aSandbox()
  expect(await send(url + path, basic('someone:else'))).toMatchObject({ status: 400, text: '' })
})

test('a missing Basic header and a wrong grant type have different codes', async () => {
  const { url } = await aSandbox()
  expect((await send(url + path)).json).toMatchObject({
    requestId: expect.stringMatching(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\d+$/),
    errorCode: '400.008.01',
    errorMessage: 'Invalid Authentication passed',
  })
  const wrongGrant = await send(`${url}/oauth/v1/generate?grant_type=password`, basic(rightPair))
  expect(wrongGrant).toMatchObject({ status: 400, json: { errorCode: '400.008.02' } })
})

test('a new token ends the previous one, unless the rule is off', async () => {
  const sandbox = await aSandbox()
  const pushWith = (token: string) =>
    send(`${sandbox.url}/mpesa/stkpush/v1/processrequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    })
  const first = await sandbox.token()
  const second = await sandbox.token()
  expect(await pushWith(first)).toMatchObject({ status: 404, json: { errorCode: '404.001.03' } })
  expect(await pushWith(second)).toMatchObject({ status: 400, json: { errorCode: '400.002.02' } })

  await sandbox.sim('/rules', { revokeOldToken: false })
  await sandbox.token()
  expect((await pushWith(second)).json.errorCode).toBe('400.002.02')
})

test('a token expires after 3599 seconds', async () => {
  const sandbox = await aSandbox()
  const token = await sandbox.token()
  const ask = () =>
    send(`${sandbox.url}/mpesa/stkpushquery/v1/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    })
  await sandbox.advance(3590)
  expect((await ask()).json.errorCode).toBe('400.002.02')
  await sandbox.advance(10)
  expect((await ask()).json.errorCode).toBe('404.001.03')
})
