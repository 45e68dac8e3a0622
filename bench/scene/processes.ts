import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a script of the repository to its end. */
export async function runScript(script: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
}

/** Starts one API process, with the bare endpoint added. */
export async function startApiProcess(env: Record<string, string>, nodeFlags: readonly string[]) {
  const script = new URL('./api-process.ts', import.meta.url)
  const { said, pid, stop } = await startProcess(
    script,
    { ...env, TICKETING_PORT: '0', METRICS_PORT: '0' },
    nodeFlags,
  )
  return { url: said, pid, stop }
}

/** Starts a process, which prints a line when it is ready and ends on SIGTERM. */
export async function startProcess(
  script: URL,
  env: Record<string, string>,
  nodeFlags: readonly string[] = [],
) {
  const options = { cwd: root, env: { ...process.env, ...env }, execArgv: [...nodeFlags] }
  const child = fork(fileURLToPath(script), [], options)
  const said = await firstMessage(child)
  return { said, pid: child.pid ?? 0, stop: () => stop(child) }
}

async function firstMessage(child: ChildProcess): Promise<string> {
  const died = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`)),
  )
  const [said] = await Promise.race([once(child, 'message'), died])
  return String(said)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`${child.spawnargs.at(-1)} ended early with ${child.exitCode}`)
  child.disconnect()
  child.kill('SIGTERM')
  await once(child, 'exit')
}
