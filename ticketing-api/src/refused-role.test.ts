import { expect, test } from 'vitest'
import { runProgram } from './cast/run-program.ts'

const superuserUrl = process.env.TEST_SUPERUSER_URL ?? ''

test.skipIf(superuserUrl === '').each(['main.ts', 'worker.ts', 'migrate.ts'])(
  'as a role that passes by the walls between organizations %s ends with one line that says what to do',
  async (entry) => {
    const msg = expect.stringMatching(/DATABASE_URL: .*row-level security.*CREATE ROLE.*ALTER DATABASE/)
    expect(await runProgram(entry, superuserUrl)).toEqual({
      code: 1,
      lines: [expect.objectContaining({ msg })],
    })
  },
)
