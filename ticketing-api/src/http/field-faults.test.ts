import { expect, test } from 'vitest'
import type { z } from 'zod'
import { words } from '../locales/words.ts'
import { allRoutes } from '../routes.ts'
import { parsePart } from './parse-part.ts'
import { problemOf } from './problem.ts'
import { strict } from './strict.ts'

/** What foreign clients send where something else is expected. */
const oddities = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1e12,
  '',
  ' ',
  'x',
  'x'.repeat(20_000),
  'a\0b',
  '2027-02-30',
  [],
  [{}],
  {},
]

function messagesOf(shape: z.ZodType, body: unknown, locale: 'en' | 'sw') {
  try {
    parsePart(shape, 'body', body)
    return []
  } catch (thrown) {
    return problemOf(thrown, locale, 'a call').errors?.map(({ message }) => message) ?? []
  }
}

/** Bodies that have an oddity in each of their fields, or in one field alone. */
function* oddBodies(shape: z.ZodType): Generator<unknown> {
  yield* oddities
  const names = Object.keys((shape as { shape?: object }).shape ?? {})
  for (const odd of oddities) {
    yield Object.fromEntries(names.map((name) => [name, odd]))
    for (const name of names) yield { [name]: odd, nobodyKnowsThis: 1 }
  }
}

test.each(['en', 'sw'] as const)('whatever is wrong with a body is said in our own words (%s)', (locale) => {
  const known = Object.values(words(locale).faults).map(
    (text) =>
      new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`, 's'),
  )
  const told = new Set<string>()
  for (const { endpoint } of allRoutes) {
    if (!endpoint.body) continue
    const shape = strict(endpoint.body)
    for (const body of oddBodies(shape))
      for (const message of messagesOf(shape, body, locale)) told.add(message)
  }

  expect([...told].filter((message) => !known.some((text) => text.test(message)))).toEqual([])
  expect(told.size).toBeGreaterThan(25)
})
