import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gather } from './gather.ts'

/** Doubles numbers asynchronously and records the groups in which they arrived. */
function aDoubler(fails: (group: readonly number[]) => Error | undefined = () => undefined) {
  const groups: number[][] = []
  const serve = async (group: readonly number[]) => {
    groups.push([...group])
    await sleep(5)
    const fault = fails(group)
    if (fault) throw fault
    return group.map((one) => one * 2)
  }
  return { groups, double: gather(serve, 3) }
}

test('concurrent requests are served together, and later ones in the next group, up to the limit', async () => {
  const { groups, double } = aDoubler()
  const first = [double(1), double(2)]
  await sleep(2)
  const next = [3, 4, 5, 6].map(double)
  expect(await Promise.all([...first, ...next])).toEqual([2, 4, 6, 8, 10, 12])
  expect(await double(7)).toBe(14)
  expect(groups).toEqual([[1, 2], [3, 4, 5], [6], [7]])
})

test('an item that cannot be served fails alone', async () => {
  const { groups, double } = aDoubler((group) => (group.includes(2) ? new Error('two') : undefined))
  const ends = await Promise.allSettled([1, 2, 3].map(double))
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(groups).toEqual([[1, 2, 3], [1], [2], [3]])
})

test('while the database is unavailable, everyone waiting is told at once, and the line goes on', async () => {
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const { groups, double } = aDoubler((group) => (group.includes(1) ? away : undefined))
  const first = [1, 2, 3].map(double)
  await sleep(2)
  const ends = await Promise.allSettled([...first, double(4)])
  expect(ends.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(groups).toEqual([[1, 2, 3]])
  expect(await double(5)).toBe(10)
})

test("if the database becomes unavailable while a group's items are served one by one, no later item is tried", async () => {
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const { groups, double } = aDoubler((group) => {
    if (group.length > 1) return new Error('one of them')
    return group.includes(1) || group.includes(2) ? away : undefined
  })
  const first = [1, 2, 3].map(double)
  await sleep(2)
  const ends = await Promise.allSettled([...first, double(4)])
  expect(ends.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(groups).toEqual([[1, 2, 3], [1]])
  expect(await double(5)).toBe(10)
})

test('another fault of a group does not affect the items behind it', async () => {
  const { double } = aDoubler((group) => (group.includes(1) ? new Error('a mistake') : undefined))
  const first = double(1)
  await sleep(2)
  const [one, two] = await Promise.allSettled([first, double(2)])
  expect([one?.status, two?.status]).toEqual(['rejected', 'fulfilled'])
})
