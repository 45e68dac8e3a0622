import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { login } from '@event-sphere/contract/auth'
import { expect, test } from 'vitest'
import { startApi } from './cast/start-api.ts'

const entry = fileURLToPath(new URL('./create-platform-user.ts', import.meta.url))
const operator = { PLATFORM_EMAIL: 'Operator@example.com', PLATFORM_PASSWORD: 'a long pass phrase' }

function run(env: Record<string, string>) {
  const { status, stdout } = spawnSync(process.execPath, [entry], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  const said = stdout
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).msg)
  return { status, said, stdout }
}

test('the command makes the operator, may be run again, and sets a password that changed', async () => {
  const api = await startApi()
  const env = { DATABASE_URL: api.databaseUrl, ...operator }

  const first = run(env)
  const again = run(env)
  const changed = run({ ...env, PLATFORM_PASSWORD: 'another pass phrase' })

  expect(first).toMatchObject({ status: 0, said: ['the platform user operator@example.com is ready'] })
  expect(again).toMatchObject({
    status: 0,
    said: ['the platform user operator@example.com was ready before'],
  })
  expect(changed).toMatchObject({ status: 0, said: first.said })
  expect(`${first.stdout}${changed.stdout}`).not.toContain('pass phrase')
  const body = { email: 'operator@example.com', password: 'another pass phrase' }
  expect((await api.call(login, { body })).body.user.roles).toContain('platform')
})

test('bad settings and a database that is not there end it with a line for each fault', () => {
  const nowhere = 'postgres://nobody:x@127.0.0.1:1/nothing'
  const bad = run({ DATABASE_URL: nowhere, PLATFORM_EMAIL: '', PLATFORM_PASSWORD: 'short' })
  expect(bad.status).toBe(1)
  expect(bad.said.map((line) => line.split(':')[0])).toEqual(['PLATFORM_EMAIL', 'PLATFORM_PASSWORD'])
  const gone = run({ DATABASE_URL: nowhere, ...operator })
  expect(gone).toMatchObject({ status: 1, said: ['connect ECONNREFUSED 127.0.0.1:1'] })
})
