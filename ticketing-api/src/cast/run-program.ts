import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Runs one of the API's programs, such as `main.ts`, until it ends by itself: its exit code and what it logged. */
export async function runProgram(entry: string, databaseUrl: string) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../${entry}`, import.meta.url))], {
    env: { ...process.env, DATABASE_URL: databaseUrl, TICKETING_PORT: '0', METRICS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return {
    code,
    lines: said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}
