import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const portNames = [
  'SITE_PORT',
  'TICKETING_PORT',
  'SANDBOX_MPESA_PORT',
  'SANDBOX_MAIL_PORT',
  'SANDBOX_SMTP_PORT',
  'METRICS_PORT',
]
const longestStartSeconds = 180

/** The whole street on ports and in a folder of its own. */
export async function startStreet(): Promise<{ site: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'event-sphere-street-'))
  const ports = Object.fromEntries(
    await Promise.all(portNames.map(async (name) => [name, String(await freePort())])),
  )
  const env = { ...process.env, ...ports, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['tools/start/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    return { site: await whenOpen(join(dataDir, 'demonstration.json'), () => child.exitCode !== null), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function whenOpen(file: string, hasEnded: () => boolean): Promise<string> {
  for (let waited = 0; waited < longestStartSeconds && !hasEnded(); waited += 1) {
    await pause(1000)
    const text = await readFile(file, 'utf8').catch(() => '')
    const { site } = text ? (JSON.parse(text) as { site: string }) : { site: '' }
    if (
      site &&
      (await fetch(site).then(
        (page) => page.ok,
        () => false,
      ))
    )
      return site
  }
  throw new Error('the street did not open')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
