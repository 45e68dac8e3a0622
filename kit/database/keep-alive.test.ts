import { Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase, sql } from './database.ts'

test('TCP keep-alive is on for every connection', async () => {
  const asked = vi.spyOn(Socket.prototype, 'setKeepAlive')
  onTestFinished(() => asked.mockRestore())
  const database = openDatabase({
    url: process.env.TEST_DATABASE_URL ?? '',
    schema: 'public',
    maxConnections: 1,
    onFault: () => undefined,
  })
  await sql`select 1`.execute(database.reader)
  await database.close()

  expect(asked.mock.calls).toContainEqual([true, expect.any(Number)])
  const [, milliseconds] = asked.mock.calls[0] ?? []
  expect(milliseconds).toBeLessThanOrEqual(60_000)
})
