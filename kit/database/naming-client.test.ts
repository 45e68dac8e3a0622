import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { NamingClient } from './naming-client.ts'

test('statements sent in one turn of the event loop go out in one write', async () => {
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', {
    name: 'empty',
    prepare: async () => undefined,
  })
  const client = new NamingClient({ connectionString: made.url, pipeline: true })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await made.drop()
  })
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const before = countWrites(stream)

  const answers = await Promise.all([
    client.query('select 1 as n'),
    client.query('select $1::int as n', [2]),
    client.query('select $1::int + 1 as n', [2]),
  ])

  expect(answers.flatMap(({ rows }) => rows)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  expect(before()).toBe(1)
})

/** Counts the socket's writes from now on. */
function countWrites(stream: Socket): () => number {
  let writes = 0
  for (const name of ['_write', '_writev'] as const) {
    const send = stream[name] as (...parts: unknown[]) => void
    stream[name] = (...parts: unknown[]) => {
      writes += 1
      send.apply(stream, parts)
    }
  }
  return () => writes
}
