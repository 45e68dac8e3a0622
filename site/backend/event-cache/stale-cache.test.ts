import { expect, test } from 'vitest'
import { makeStaleCache } from './stale-cache.ts'

function aCache() {
  const source = { asked: 0, isSilent: false, now: 0 }
  const cache = makeStaleCache({
    freshSeconds: 5,
    now: () => source.now,
    fetch: async (key: string) => {
      source.asked += 1
      if (source.isSilent) throw new Error('silent')
      return `${key} ${source.asked}`
    },
  })
  return { source, cache }
}

test('a fresh value is not fetched again, an old one is', async () => {
  const { source, cache } = aCache()
  await cache.get('a')
  source.now = 4000
  expect(await cache.get('a')).toEqual({ value: 'a 1', ageSeconds: 4, isStale: false })
  source.now = 6000
  expect(await cache.get('a')).toEqual({ value: 'a 2', ageSeconds: 0, isStale: false })
})

test('if the source does not answer, the old value is served with its age for a day', async () => {
  const { source, cache } = aCache()
  await cache.get('a')
  source.isSilent = true
  source.now = 3600_000
  expect(await cache.get('a')).toEqual({ value: 'a 1', ageSeconds: 3600, isStale: true })
  source.now = 25 * 3600_000
  await expect(cache.get('a')).rejects.toThrow('silent')
})

test('concurrent reads are merged into one fetch', async () => {
  const { source, cache } = aCache()
  await Promise.all(Array.from({ length: 50 }, () => cache.get('a')))
  expect(source.asked).toBe(1)
})

test('a read does not wait for a slow source if there is an old value', async () => {
  let answer: (value: string) => void = () => {}
  let now = 0
  const cache = makeStaleCache({
    freshSeconds: 5,
    patienceMilliseconds: 10,
    now: () => now,
    fetch: () =>
      new Promise<string>((resolve) => {
        answer = resolve
      }),
  })
  const first = cache.get('a')
  answer('old')
  await first
  now = 6000
  expect(await cache.get('a')).toEqual({ value: 'old', ageSeconds: 6, isStale: true })
  answer('new')
  await expect.poll(async () => (await cache.get('a')).value).toBe('new')
})

test('a forgotten value is fetched again', async () => {
  const { cache } = aCache()
  await cache.get('a')
  cache.forget('a')
  expect((await cache.get('a')).value).toBe('a 2')
})

test('a fetch that began before its key was forgotten is not cached', async () => {
  const answers: ((value: string) => void)[] = []
  const cache = makeStaleCache({
    freshSeconds: 5,
    fetch: () => new Promise<string>((answer) => void answers.push(answer)),
  })
  const early = cache.get('a')
  cache.forget('a')
  const late = cache.get('a')
  answers[0]?.('before')
  expect((await early).value).toBe('before')
  answers[1]?.('after')
  expect((await late).value).toBe('after')
  expect((await cache.get('a')).value).toBe('after')
  expect(answers).toHaveLength(2)
})

test.each([
  ['nothing', false],
  ['an old value', true],
])(
  'a key forgotten during a fetch, when %s was cached, is fetched again by the next read',
  async (_, isKnown) => {
    const answers: ((value: string) => void)[] = []
    let now = 0
    const cache = makeStaleCache({
      freshSeconds: 5,
      now: () => now,
      fetch: () => new Promise<string>((answer) => void answers.push(answer)),
    })
    if (isKnown) {
      const first = cache.get('a')
      answers.shift()?.('long ago')
      await first
      now = 6000
    }

    const early = cache.get('a')
    cache.forget('a')
    answers[0]?.('before')
    expect((await early).value).toBe('before')

    const late = cache.get('a')
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.('after')
    expect((await late).value).toBe('after')
  },
)

test('a source that fails when nobody waits any more leaves the old value and raises no fault', async () => {
  let fail: (fault: Error) => void = () => {}
  let now = 0
  let isFirst = true
  const cache = makeStaleCache({
    freshSeconds: 5,
    patienceMilliseconds: 1,
    now: () => now,
    fetch: () => {
      if (isFirst) return Promise.resolve('old')
      return new Promise<string>((_, reject) => {
        fail = reject
      })
    },
  })
  await cache.get('a')
  isFirst = false
  now = 6000
  expect(await cache.get('a')).toMatchObject({ value: 'old', isStale: true })
  fail(new Error('silent'))
  expect(await cache.get('a')).toMatchObject({ value: 'old', isStale: true })
})

test('a doubted value is fetched on the next read, served as stale if the source does not answer, and fresh again afterwards', async () => {
  const answers = ['first', 'second']
  let isAway = false
  const cache = makeStaleCache({
    freshSeconds: 60,
    fetch: async () => {
      if (isAway) throw new Error('silent')
      return answers.shift() ?? 'none'
    },
  })
  expect((await cache.get('a')).value).toBe('first')
  cache.doubt('a')
  isAway = true
  expect(await cache.get('a')).toMatchObject({ value: 'first', isStale: true })
  isAway = false
  expect(await cache.get('a')).toMatchObject({ value: 'second', isStale: false })
  expect((await cache.get('a')).value).toBe('second')
  cache.doubtAll()
  expect((await cache.get('a')).value).toBe('none')
})

test.each([
  [true, 'its key'],
  [false, 'its key'],
  [true, 'everything'],
  [false, 'everything'],
])(
  'a fetch that began before a doubt does not make its key fresh (cached before: %s, doubted: %s)',
  async (isKnown, doubted) => {
    const doubt = () => (doubted === 'everything' ? cache.doubtAll() : cache.doubt('a'))
    const answers: ((value: string) => void)[] = []
    const cache = makeStaleCache({
      freshSeconds: 60,
      patienceMilliseconds: 5000,
      fetch: () => new Promise<string>((resolve) => answers.push(resolve)),
    })
    if (isKnown) {
      const first = cache.get('a')
      answers.shift()?.('long ago')
      await first
      doubt()
    }
    const early = cache.get('a')
    doubt()
    answers[0]?.('before')
    await early

    const late = cache.get('a')
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.('after')
    expect((await late).value).toBe('after')
  },
)
