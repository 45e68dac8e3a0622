import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('taken ports stop the start before anything has begun, one line for each', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const { code, errors, left } = await started({ SITE_PORT: String(port) })

  expect(code).toBe(1)
  expect(errors).toContain(`SITE_PORT ${port} is taken: stop what listens there or set SITE_PORT`)
  expect(left).toEqual([])
  server.close()
})

test('bad settings and a bad instant stop it too, all at once', async () => {
  const { code, errors, left } = await started({ SITE_PORT: 'door', DATABASE_URL: 'here' }, ['--at', 'soon'])

  expect(code).toBe(1)
  expect(errors.map((line) => line.split(':')[0])).toEqual(['SITE_PORT', 'DATABASE_URL', '--at'])
  expect(left).toEqual([])
})

async function started(env: NodeJS.ProcessEnv, words: string[] = []) {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const [code] = await once(child, 'close')
  const left = readdirSync(dataDir)
  rmSync(dataDir, { recursive: true })
  return { code, errors: errors.trim().split('\n'), left }
}
