import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'

export type CommandOptions = {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** After this time it is ended and counted as failed. */
  limitMilliseconds: number
  /** Whether its output goes to the terminal at once, or is returned. */
  isShown?: boolean
}

const running = new Set<ChildProcess>()

/** Runs a command to its end and returns its output unless it was shown. */
export function runCommand(command: string, parameters: string[], options: CommandOptions) {
  const child = spawn(command, parameters, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', options.isShown ? 'inherit' : 'pipe', options.isShown ? 'inherit' : 'pipe'],
    // A separate process group, so that its child processes end with it.
    detached: true,
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise<{ code: number; output: string }>((resolve) => {
    const timer = setTimeout(() => {
      output += `\n${command} took longer than ${options.limitMilliseconds / 1000} seconds and was ended`
      endGroup(child, 'SIGKILL')
    }, options.limitMilliseconds)
    const finish = (code: number) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Passes Ctrl-C to all running commands. */
export function endAll(signal: NodeJS.Signals): void {
  for (const child of running) endGroup(child, signal)
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}
