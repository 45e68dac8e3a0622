import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'

export type CommandOptions = {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Ended, and counted as failed, when it takes longer. */
  limitMilliseconds: number
  /** Whether its lines go to the terminal as they come, or are kept for whoever asks. */
  isShown?: boolean
}

const running = new Set<ChildProcess>()

/** Runs a command to its end; what it printed comes back unless it was shown. */
export function runCommand(command: string, parameters: string[], options: CommandOptions) {
  const child = spawn(command, parameters, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', options.isShown ? 'inherit' : 'pipe', options.isShown ? 'inherit' : 'pipe'],
    // A process group of its own, so that what it started ends with it.
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

/** Passes a Ctrl-C on to whatever runs. */
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
