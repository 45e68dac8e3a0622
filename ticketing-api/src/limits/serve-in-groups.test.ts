import { expect, test } from 'vitest'
import { serveInGroups } from './serve-in-groups.ts'

/** A line whose groups are answered by hand. */
function aLine() {
  const groups: { asks: readonly string[]; answer: (fault?: unknown) => void }[] = []
  const join = serveInGroups((asks: readonly string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>()
    groups.push({ asks, answer: (fault) => (fault ? reject(fault) : resolve([...asks])) })
    return promise
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { groups, join, turn }
}

test('whoever waits behind a database that is away is told with those whom it kept waiting', async () => {
  const { groups, join, turn } = aLine()
  const first = join('first')
  await turn()
  const ends = Promise.allSettled([first, join('second'), join('third')])

  groups[0]?.answer(Object.assign(new Error('Query read timeout'), { code: '57014' }))

  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(groups.map(({ asks }) => asks)).toEqual([['first']])
  // The line goes on.
  const next = join('next')
  await turn()
  groups[1]?.answer()
  expect(await next).toBe('next')
})

test('another fault of a group is no fault of those behind it', async () => {
  const { groups, join, turn } = aLine()
  const first = join('first')
  await turn()
  const second = join('second')

  groups[0]?.answer(new Error('a mistake'))
  await expect(first).rejects.toThrow('a mistake')
  await turn()
  groups[1]?.answer()
  expect(await second).toBe('second')
})
