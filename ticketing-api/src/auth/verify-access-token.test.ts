import { createHmac, generateKeyPairSync } from 'node:crypto'
import * as auth from '@event-sphere/contract/auth'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { getSigningKey } from './signing-keys.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const ask = (api: TestApi, as: string) => api.call(auth.getMe, { as })

test('an access token says who, for whom and until when, and nothing secret', async () => {
  const api = await startApi()
  const { token, userId } = await aCustomer(api)

  expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: 'access-1' })
  const claims = decodeJwt(token)
  expect(claims).toMatchObject({ aud: 'event-sphere-ticketing', roles: [], organizationId: null })
  expect(claims.sub?.replaceAll('-', '')).toBe(userId.replace('user_', ''))
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900)
})

test('an access token ends after fifteen minutes of the installation, not of the process', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const { token } = await aCustomer(api)
  const unseen = (await aCustomer(api)).token

  await api.moveTo('2026-07-01T09:14:00Z')
  expect((await ask(api, token)).status).toBe(200)
  await api.moveTo('2026-07-01T09:15:30Z')
  for (const ended of [token, unseen])
    expect(await ask(api, ended)).toMatchObject({ status: 401, body: { code: 'token_expired' } })
})

test('a token of this installation opens no other', async () => {
  const [here, there] = [await startApi(), await startApi()]
  const { token } = await aCustomer(here)
  expect(await ask(there, token)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
})

test('a forged token is refused, whatever it says of itself', async () => {
  const api = await startApi()
  const { token } = await aCustomer(api)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = decodeJwt(token)
  const { privateKey: strange, publicKey } = generateKeyPairSync('ed25519')
  const hmac = (head: object) => {
    const signed = `${part(head)}.${payload}`
    const secret = publicKey.export({ format: 'pem', type: 'spki' })
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
  const signedByStranger = (head: object) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...head }).sign(strange)
  const jwk = publicKey.export({ format: 'jwk' })

  const forged = [
    `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
    `${part({ alg: 'none', typ: 'at+jwt', kid: 'access-1' })}.${payload}.${signature}`,
    hmac({ alg: 'HS256', typ: 'at+jwt', kid: 'access-1' }),
    await signedByStranger({ kid: 'access-1' }),
    await signedByStranger({ kid: 'unknown' }),
    await signedByStranger({ kid: "' or true --" }),
    await signedByStranger({ kid: '../../dev/null' }),
    await signedByStranger({}),
    await signedByStranger({ jwk }),
    await signedByStranger({ jku: 'http://127.0.0.1:1/keys', kid: 'x' }),
    `${header}.${part({ ...claims, roles: ['platform'] })}.${signature}`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature}x`,
    'x',
    '..',
  ]
  for (const one of forged)
    expect(await ask(api, one), one).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
})

test('a token that we signed for something else is refused', async () => {
  const api = await startApi()
  const { token } = await aCustomer(api)
  const claims = decodeJwt(token)
  const { kid, privateKey } = await getSigningKey(api.ctx)
  const signed = (change: object, head: object = {}) =>
    new SignJWT({ ...claims, ...change })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...head })
      .sign(privateKey)
  expect((await ask(api, await signed({}))).status).toBe(200)

  const others = [
    await signed({ aud: 'another' }),
    await signed({ aud: undefined }),
    await signed({ iss: 'another' }),
    await signed({ exp: undefined }),
    await signed({ sub: 'root' }),
    await signed({ roles: ['root'] }),
    await signed({}, { typ: 'JWT' }),
    await signed({}, { typ: undefined }),
    await signed({ nbf: (claims.exp ?? 0) + 60 }),
  ]
  for (const other of others)
    expect(await ask(api, other)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
})

test('a header that names nobody is refused even where anybody may call', async () => {
  const api = await startApi()
  const body = { email: 'wanjiku@example.com' }
  for (const authorization of [
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'Bearer a b',
    `Bearer ${'x'.repeat(5000)}`,
  ]) {
    const refused = await api.call(auth.register, { body, headers: { authorization } })
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  }
})

test('processes that start at once agree on one signing key', async () => {
  const api = await startApi()
  const processes = Array.from({ length: 8 }, () => ({ ...api.ctx, database: { ...api.ctx.database } }))
  const keys = await Promise.all(processes.map((ctx) => getSigningKey(ctx)))
  const exported = keys.map(({ privateKey }) =>
    privateKey.export({ format: 'der', type: 'pkcs8' }).toString('hex'),
  )
  expect(new Set(exported).size).toBe(1)
})
