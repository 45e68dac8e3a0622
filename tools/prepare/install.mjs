import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import process from 'node:process'

const oldestNpm = 10
// Packages that need a newer Node than the machine's are run by the Node 24 that is installed with them, so npm's
// engine warnings can be ignored. No package here needs its install script.
const npmCi =
  'ci --ignore-scripts --engine-strict=false --include=dev --include=optional --loglevel=error --update-notifier=false'.split(
    ' ',
  )

/** Installs the packages of the lockfile unless they are installed already. Returns the error line, if any. */
export function install(root) {
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.event-sphere-stamp')
  // npm writes this file last, so it exists only after a complete installation.
  const finished = join(modules, '.package-lock.json')
  const wanted = hashOfManifests(root)

  if (existsSync(finished) && readText(stamp) === wanted) return undefined
  if (!hasLockedPackages(root, finished)) {
    rmSync(stamp, { force: true })
    rmSync(finished, { force: true })
    const fault = runNpm(root)
    if (fault) return fault
  }
  writeFileSync(stamp, wanted)
  return undefined
}

function hashOfManifests(root) {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  const files = [
    'package-lock.json',
    ...JSON.parse(manifest).workspaces.map((name) => `${name}/package.json`),
  ]
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\0${manifest}`)
  for (const file of files) hash.update(`\0${file}\0${readText(join(root, file))}`)
  return `${hash.digest('hex')}\n`
}

/** Whether a manual installation (`npm ci`, `npm install`) contains exactly the packages of the lockfile. */
function hasLockedPackages(root, finished) {
  const here = readPackages(finished)
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (!here || !wanted) return false
  const isSame = ([path, found]) =>
    found.version === wanted[path]?.version && found.integrity === wanted[path]?.integrity
  const isHereOrOptional = ([path, entry]) => path === '' || path in here || entry.optional === true
  const suitsThisMachine = `node_modules/node-${process.platform}-${process.arch}`
  return (
    Object.entries(here).every(isSame) &&
    Object.entries(wanted).every(isHereOrOptional) &&
    (suitsThisMachine in here || !(suitsThisMachine in wanted)) &&
    Object.keys(here).every((path) => existsSync(join(root, path)))
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function runNpm(root) {
  const npm = findNpm(root)
  const version = npm(['--version'], 'pipe')
  if (version.status !== 0) return 'npm not found: install it (it comes with Node) and start again'
  const found = version.stdout.toString().trim()
  if (Number.parseInt(found, 10) < oldestNpm) {
    return `npm ${found} is too old: Event-Sphere needs npm ${oldestNpm} or later (npm install --global npm@11)`
  }
  process.stderr.write(
    'Installing the packages that package-lock.json names (about a minute the first time) …\n',
  )
  const result = npm(npmCi, ['ignore', 'ignore', 'inherit'])
  if (result.status === 0) return undefined
  return 'npm ci failed: see its reason above, and start again once that is resolved'
}

/** The npm that started us, otherwise the one on the PATH; never run by the Node in the folder that it empties. */
function findNpm(root) {
  const own = join(root, 'node_modules') + sep
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(own))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const isOurStarter = script?.endsWith('npm-cli.js') === true && existsSync(script)
  const [command, before] = isOurStarter && node && !node.startsWith(own) ? [node, [script]] : ['npm', []]
  return (parameters, stdio) => spawnSync(command, [...before, ...parameters], { cwd: root, env, stdio })
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
