import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startFakePooler } from '@event-sphere/kit/testing/fake-pooler'
import { expect, onTestFinished, test } from 'vitest'

test.each(['main.ts', 'worker.ts', 'migrate.ts'])(
  'behind a pooler in transaction mode %s ends with one line that says what to do',
  async (entry) => {
    const pooler = await startFakePooler(process.env.TEST_DATABASE_URL ?? '')
    onTestFinished(pooler.close)
    const child = spawn(process.execPath, [fileURLToPath(new URL(entry, import.meta.url))], {
      env: { ...process.env, DATABASE_URL: pooler.url, TICKETING_PORT: '0', METRICS_PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))

    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])

    const lines = said.trim().split('\n')
    expect([code, lines.length]).toEqual([1, 1])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: expect.stringMatching(/DATABASE_URL: .*transaction mode/),
    })
  },
)
