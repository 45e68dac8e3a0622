import { expect, test } from 'vitest'
import type { World } from './answers.ts'
import { startPretendApi } from './pretend-api.ts'
import { aSummit } from './world.ts'

/** What it answers, and the lies that would have failed the test. */
async function ask(path: string, init: RequestInit, change: Partial<World>) {
  const api = await startPretendApi(change)
  const { status } = await fetch(`${api.url}${path}`, init)
  await api.close()
  return { status, lies: api.world.lies.splice(0) }
}

const purchase = { method: 'POST', body: '{}' }

test('what the contract allows is no lie', async () => {
  expect(await ask('/events/public', {}, {})).toEqual({ status: 200, lies: [] })
  expect(await ask('/purchases', purchase, { mood: () => 'sold_out' })).toEqual({ status: 409, lies: [] })
})

test.each<[string, string, RequestInit, Partial<World>, string]>([
  ['a reply in another shape', '/events/public', {}, { event: { ...aSummit(), title: '' } }, 'title'],
  ['a refusal of another call', '/purchases', purchase, { mood: () => 'rate_limited' }, 'rate_limited'],
  [
    'a problem in other words',
    '/purchases',
    purchase,
    { mood: () => 'sold_out', facts: { left: 3 } },
    'left',
  ],
  ['a call that there is not', '/nowhere', {}, {}, 'no call GET /nowhere'],
])('%s is a lie, and fails the test that hears it', async (_, path, init, change, why) => {
  const { status, lies } = await ask(path, init, change)
  expect(status).toBe(500)
  expect(lies).toHaveLength(1)
  expect(lies[0]).toContain(why)
})
