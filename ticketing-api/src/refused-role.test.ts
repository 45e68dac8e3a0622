import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const superuserUrl = process.env.TEST_SUPERUSER_URL ?? ''

test.skipIf(superuserUrl === '').each(['main.ts', 'worker.ts', 'migrate.ts'])(
  'as a role that passes by the walls between organizations %s ends with one line that says what to do',
  async (entry) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(entry, import.meta.url))], {
      env: { ...process.env, DATABASE_URL: superuserUrl, TICKETING_PORT: '0', METRICS_PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))

    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])

    const lines = said.trim().split('\n')
    expect([code, lines.length]).toEqual([1, 1])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: expect.stringMatching(/DATABASE_URL: .*row-level security.*CREATE ROLE.*ALTER DATABASE/),
    })
  },
)
