import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import { callDaraja } from './call-daraja.ts'

test('what hangs on its way to Safaricom was not sent', async () => {
  const url = await anAddressThatNeverConnects()
  const heard = await callDaraja({ url, token: 't', body: {}, patienceMilliseconds: 9000 })
  expect(heard).toMatchObject({ kind: 'not_sent', isBusy: true })
}, 20_000)

/** A listener that accepts nobody: once its queue is full, the kernel drops every further attempt without a word. */
async function anAddressThatNeverConnects(): Promise<string> {
  const program = `
    const server = require('node:net').createServer().listen(0, '127.0.0.1', 1, () => {
      require('node:fs').writeSync(1, String(server.address().port))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child.stdout, 'data')
  const waiting = Array.from({ length: 4 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}))
  onTestFinished(() => waiting.forEach((socket) => void socket.destroy()))
  await Promise.all(waiting.slice(0, 2).map((socket) => once(socket, 'connect')))
  return `http://127.0.0.1:${port}`
}
