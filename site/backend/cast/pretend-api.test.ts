import { expect, test } from 'vitest'
import type { World } from './answers.ts'
import { startPretendApi } from './pretend-api.ts'
import { aSummit } from './world.ts'

/** Its answer, and the contract breaches that would have failed the test. */
async function ask(path: string, init: RequestInit, change: Partial<World>) {
  const api = await startPretendApi(change)
  const { status } = await fetch(`${api.url}${path}`, init)
  await api.close()
  return { status, lies: api.world.lies.splice(0) }
}

const purchase = { method: 'POST', body: '{}' }

test('an answer that the contract allows is accepted', async () => {
  expect(await ask('/events/public', {}, {})).toEqual({ status: 200, lies: [] })
  expect(await ask('/purchases', purchase, { mood: () => 'sold_out' })).toEqual({ status: 409, lies: [] })
})

test.each<[string, string, RequestInit, Partial<World>, string]>([
  ['a reply in another shape', '/events/public', {}, { event: { ...aSummit(), title: '' } }, 'title'],
  ['a refusal of another call', '/purchases', purchase, { mood: () => 'rate_limited' }, 'rate_limited'],
  [
    'a problem in another format',
    '/purchases',
    purchase,
    { mood: () => 'sold_out', facts: { left: 3 } },
    'left',
  ],
  ['a call that does not exist', '/nowhere', {}, {}, 'no call GET /nowhere'],
])('%s breaks the contract and fails the test', async (_, path, init, change, why) => {
  const { status, lies } = await ask(path, init, change)
  expect(status).toBe(500)
  expect(lies).toHaveLength(1)
  expect(lies[0]).toContain(why)
})
