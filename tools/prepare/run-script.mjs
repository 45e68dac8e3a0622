import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'

const neededNode = 24
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The Node 24 that npm brought, else this machine's own if it is new enough; every tool then runs with the same. */
export function findNode(root) {
  const modules = join(root, 'node_modules')
  const brought = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  // Asking for its version also finds a binary that cannot run here (another C library, a folder without exec).
  const answer = spawnSync(brought, ['--version'], { encoding: 'utf8' })
  const runs = answer.status === 0 && Number.parseInt(answer.stdout.slice(1), 10) >= neededNode
  if (!runs && Number.parseInt(process.versions.node, 10) < neededNode) {
    return {
      fault: `no Node ${neededNode} comes with npm for ${process.platform} on ${process.arch}: install Node ${neededNode} yourself (here is ${process.versions.node})`,
    }
  }
  const path = runs ? brought : realpathSync(process.execPath)
  putFirst(join(modules, '.bin', 'node'), path)
  return { path }
}

/** npm 10 leaves a package's program out where it is called `node`, so the link is ours to make. */
function putFirst(link, path) {
  if (existsSync(link) && realpathSync(link) === realpathSync(path)) return
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(path, link)
}

/** Runs the script to its end and resolves to the code to exit with. */
export function runScript(root, node, script, parameters) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  // A process group of its own: the terminal's Ctrl-C goes to npm and to us, and reaches the script (and what it
  // runs in its group) once, from here.
  // The channel closes when we die, which is how the script learns of it even after a kill -9.
  const child = spawn(node, [script, ...parameters], {
    // Node keeps what it has compiled there, which takes a third off the start of each of our processes.
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

/** npm that is killed with -9 tells nobody: we notice that it is our ancestor no more. */
function endWithNpm(child) {
  const ancestors = findAncestors()
  const timer = setInterval(() => {
    if (findAncestors() === ancestors) return
    clearInterval(timer)
    pass(child, 'SIGTERM')
  }, 300)
  timer.unref()
}

/** npm itself, or the shell that it runs a script with and npm above that one. */
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

/** npm passes on the Ctrl-C that we get from the terminal too: within a second a second one is the same one. */
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
