// The first step of every command: `node tools/prepare.mjs <script.ts> [arguments]`.
// Plain JavaScript without dependencies, because it runs before anything is installed and on any Node from 20.
import { resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const oldestNode = 20
const root = resolve(fileURLToPath(import.meta.url), '../..')

async function main() {
  const [script, ...rest] = process.argv.slice(2)
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    return stop(`Node ${process.versions.node} is too old: Event-Sphere needs Node ${oldestNode} or later`)
  }
  if (!script) return stop('usage: node tools/prepare.mjs <script.ts> [arguments]')

  // Loaded late, so that a Node that is too old for these files still prints the line above.
  const { install } = await import('./prepare/install.mjs')
  const { findNode, runScript } = await import('./prepare/run-script.mjs')

  const fault = install(root)
  if (fault) return stop(fault)
  const node = findNode(root)
  if (node.fault) return stop(node.fault)
  process.exitCode = await runScript(root, node.path, resolve(root, script), rest)
}

function stop(line) {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

await main()
