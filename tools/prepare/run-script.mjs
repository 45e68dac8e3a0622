import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'

const neededNode = 24
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The Node 24 that npm installed, otherwise this machine's own if it is new enough; every tool then runs with it. */
export function findNode(root) {
  const modules = join(root, 'node_modules')
  const brought = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  // Asking for the version also detects a binary that cannot run here (wrong C library, noexec folder).
  const answer = spawnSync(brought, ['--version'], { encoding: 'utf8' })
  const runs = answer.status === 0 && Number.parseInt(answer.stdout.slice(1), 10) >= neededNode
  if (!runs && Number.parseInt(process.versions.node, 10) < neededNode) {
    return {
      fault: `no Node ${neededNode} is available from npm for ${process.platform} on ${process.arch}: install Node ${neededNode} yourself (found ${process.versions.node})`,
    }
  }
  const path = runs ? brought : realpathSync(process.execPath)
  putFirst(join(modules, '.bin', 'node'), path)
  return { path }
}

/** npm 10 does not link a program that is called `node`, so we create the link. */
function putFirst(link, path) {
  if (existsSync(link) && realpathSync(link) === realpathSync(path)) return
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(path, link)
}

/** Runs the script to its end and resolves to its exit code. */
export function runScript(root, node, script, parameters) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  // A separate process group: the terminal's Ctrl-C goes to npm and to us, and is passed to the script (and its own
  // processes) once, from here. The channel closes if we die, which tells the script even after a kill -9.
  const child = spawn(node, [script, ...parameters], {
    // Node's compile cache shortens the start of each of our processes by a third.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  forwardSignals(child)
  if (process.env.npm_lifecycle_event) endWithNpm(child)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${node} cannot be started: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** An npm killed with -9 sends no signal: we notice that it is no longer our ancestor. */
function endWithNpm(child) {
  const ancestors = findAncestors()
  const timer = setInterval(() => {
    if (findAncestors() === ancestors) return
    clearInterval(timer)
    pass(child, 'SIGTERM')
  }, 300)
  timer.unref()
}

/** npm itself, or the shell in which it runs a script and npm above that. */
function findAncestors() {
  const parent = process.ppid
  try {
    const isShell = /^\S*sh\0-c\0/.test(readFileSync(`/proc/${parent}/cmdline`, 'latin1'))
    // The second word after the program's name in brackets is its parent: proc_pid_stat(5).
    const above = isShell && readFileSync(`/proc/${parent}/stat`, 'latin1').split(') ').at(-1).split(' ')[1]
    return `${parent} ${above}`
  } catch {
    return `${parent}`
  }
}

/** npm also passes on the terminal's Ctrl-C: a second one within a second is the same one. */
function forwardSignals(child) {
  let last = Number.NEGATIVE_INFINITY
  for (const signal of forwarded) {
    process.on(signal, () => {
      if (performance.now() - last < 1000) return
      last = performance.now()
      pass(child, signal)
    })
  }
}

function pass(child, signal) {
  const isRunning = child.pid && child.exitCode === null && child.signalCode === null
  if (isRunning) process.kill(-child.pid, signal)
}
