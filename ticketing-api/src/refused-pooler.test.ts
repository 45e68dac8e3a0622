import { startFakePooler } from '@event-sphere/kit/testing/fake-pooler'
import { expect, onTestFinished, test } from 'vitest'
import { runProgram } from './cast/run-program.ts'

test.each(['main.ts', 'worker.ts', 'migrate.ts'])(
  'behind a pooler in transaction mode %s ends with one line that says what to do',
  async (entry) => {
    const pooler = await startFakePooler(process.env.TEST_DATABASE_URL ?? '')
    onTestFinished(pooler.close)
    const msg = expect.stringMatching(/DATABASE_URL: .*transaction mode/)
    expect(await runProgram(entry, pooler.url)).toEqual({
      code: 1,
      lines: [expect.objectContaining({ msg })],
    })
  },
)
