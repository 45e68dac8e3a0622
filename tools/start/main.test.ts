import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('ports in use stop the start before anything has begun, with one line for each', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const { code, errors, left } = await started({ SITE_PORT: String(port) })

  expect(code).toBe(1)
  expect(errors).toContain(`SITE_PORT ${port} is in use: stop the other process or change SITE_PORT`)
  expect(left).toEqual([])
  server.close()
})

test('invalid settings of any box and an invalid --at stop it too, with one line for each fault', async () => {
  const bad = {
    SITE_PORT: 'door',
    DATABASE_URL: 'here',
    MPESA_BASE_URL: 'xx',
    SITE_PUBLIC_URL: 'foo',
    SMTP_URL: 'bar',
    SANDBOX_SPEED: 'fast',
  }

  const { code, errors, left } = await started(bad, ['--at', 'soon'])

  expect(code).toBe(1)
  expect(errors.map((line) => line.split(':')[0]).sort()).toEqual([...Object.keys(bad), '--at'].sort())
  expect(left).toEqual([])
})

test.each([
  [
    ['--at', 'yesterday'],
    1,
    '--at: "yesterday" is not a valid time; write it like 2027-07-15T08:00 (Eldoret time)',
  ],
  [['--frob'], 1, "Unknown option '--frob'; npm start accepts one argument: -- --at 2027-07-15T08:00"],
])(
  '%j is answered even while a street is running, without a message about its ports',
  async (words, exit, line) => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo

    const { code, errors } = await started({ SITE_PORT: String(port) }, words)

    expect({ code, errors }).toEqual({ code: exit, errors: [line] })
    server.close()
  },
)

test('--help says how to start, and starts nothing', async () => {
  const { code, printed, left } = await started({}, ['--help'])

  expect(code).toBe(0)
  expect(printed).toContain('npm start -- --at 2027-07-15T08:00')
  expect(left).toEqual([])
})

async function started(env: NodeJS.ProcessEnv, words: string[] = []) {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [errors, printed] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const [code] = await once(child, 'close')
  const left = readdirSync(dataDir)
  rmSync(dataDir, { recursive: true })
  return { code, printed, errors: errors.trim().split('\n'), left }
}
