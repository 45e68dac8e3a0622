import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const cleanUps: (() => unknown)[] = []

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
})

test('the script gets its arguments and the tools on its path, and its exit code is returned', async () => {
  const root = aRepository()
  const script = `
    const [first] = process.env.PATH.split(':')
    process.stdout.write(JSON.stringify({ words: process.argv.slice(2), first }))
    process.exit(7)`

  const { code, output } = await prepared(root, script, ['--at', '2027-07-15T08:00'])

  expect(code).toBe(7)
  expect(JSON.parse(output)).toEqual({
    words: ['--at', '2027-07-15T08:00'],
    first: join(root, 'node_modules', '.bin'),
  })
})

test("every tool runs with the script's Node, whether or not npm has linked it", async () => {
  const root = aRepository()
  const link = join(root, 'node_modules', '.bin', 'node')
  await prepared(root, '')
  rmSync(link)
  symlinkSync('/bin/false', link)

  const { output } = await prepared(root, 'process.stdout.write(process.execPath)')

  expect(realpathSync(link)).toBe(realpathSync(output))
})

test('packages are installed once, and again when the lockfile has changed', async () => {
  const root = aRepository()
  expect((await prepared(root, '')).errors).toContain('Installing the packages')
  markInstallation(root)

  const second = await prepared(root, '')
  expect(second.errors).toBe('')
  expect(isMarked(root)).toBe(true)

  writeLock(root, { kit: '0.2.0' })
  expect((await prepared(root, '')).errors).toContain('Installing the packages')
  expect(isMarked(root)).toBe(false)
})

test('an interrupted installation is started again', async () => {
  const root = aRepository()
  await prepared(root, '')
  markInstallation(root)
  rmSync(join(root, 'node_modules', '.package-lock.json'))

  await prepared(root, '')

  expect(isMarked(root)).toBe(false)
})

test('a manual installation is accepted as it is', async () => {
  const root = aRepository()
  await prepared(root, '')
  rmSync(join(root, 'node_modules', '.event-sphere-stamp'))
  markInstallation(root)

  expect((await prepared(root, '')).errors).toBe('')
  expect(isMarked(root)).toBe(true)
})

test('a lockfile that npm refuses stops with npm’s reason and one line', async () => {
  const root = aRepository()
  writeFileSync(join(root, 'package-lock.json'), '{}')

  const { code, errors } = await prepared(root, `process.stdout.write('ran')`)

  expect(code).toBe(1)
  expect(errors).toMatch(/npm error[\s\S]*npm ci failed/)
})

test.each([
  ['echo 9.8.1', 'npm 9.8.1 is too old: Event-Sphere needs npm 10 or later'],
  ['exit 127', 'npm not found'],
])('where npm does "%s" one line says what to do', async (npm, line) => {
  const root = aRepository()
  mkdirSync(join(root, 'bin'))
  writeFileSync(join(root, 'bin', 'npm'), `#!/bin/sh\n${npm}\n`)
  chmodSync(join(root, 'bin', 'npm'), 0o755)

  const { code, errors } = await prepared(root, '', [], { PATH: `${root}/bin:/usr/bin:/bin` })

  expect(code).toBe(1)
  expect(errors).toContain(line)
  expect(errors.trim().split('\n')).toHaveLength(1)
})

test("Ctrl-C reaches the script once, although npm passes it on again, and the script's end is awaited", async () => {
  const root = aRepository()
  const child = await begun(
    root,
    `process.on('SIGINT', () => { process.stdout.write('asked '); setTimeout(() => process.exit(3), 400) })
     setInterval(() => {}, 1000)
     process.stdout.write('ready ')`,
  )
  child.process.kill('SIGINT')
  setTimeout(() => child.process.kill('SIGINT'), 50)

  expect(await child.ended).toEqual({ code: 3, output: 'ready asked ', errors: expect.anything() })
})

test('a script whose starter is killed with -9 is notified', async () => {
  const root = aRepository()
  const file = join(root, 'told')
  const child = await begun(
    root,
    `const { writeFileSync } = await import('node:fs')
     process.on('disconnect', () => { writeFileSync(${JSON.stringify(file)}, ''); process.exit() })
     process.stdout.write('ready ')`,
  )
  child.process.kill('SIGKILL')
  await child.ended

  await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true)
})

/** A minimal repository: one workspace and no packages from a registry. */
function aRepository(): string {
  const root = mkdtempSync(join(tmpdir(), 'prepare-'))
  cleanUps.push(() => rmSync(root, { recursive: true, force: true }))
  cpSync(import.meta.dirname, join(root, 'tools', 'prepare'), { recursive: true })
  cpSync(join(import.meta.dirname, '..', 'prepare.mjs'), join(root, 'tools', 'prepare.mjs'))
  mkdirSync(join(root, 'kit'))
  writeLock(root, { kit: '0.1.0' })
  return root
}

function writeLock(root: string, versions: { kit: string }): void {
  const manifest = { name: 'a', version: '0.1.0', type: 'module', workspaces: ['kit'] }
  const kit = { name: '@a/kit', version: versions.kit }
  const packages = { '': manifest, kit, 'node_modules/@a/kit': { resolved: 'kit', link: true } }
  const lock = { name: 'a', version: '0.1.0', lockfileVersion: 3, requires: true, packages }
  writeFileSync(join(root, 'kit', 'package.json'), JSON.stringify(kit))
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
}

/** `npm ci` removes files that it does not know. */
function markInstallation(root: string): void {
  symlinkSync('.', join(root, 'node_modules', 'mark'))
}

function isMarked(root: string): boolean {
  return existsSync(join(root, 'node_modules', 'mark'))
}

type Ended = { code: number | null; output: string; errors: string }

function prepared(
  root: string,
  script: string,
  words: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return run(root, script, words, env).ended
}

async function begun(root: string, script: string) {
  const child = run(root, script, [], {})
  await new Promise<void>((resolve) => child.process.stdout?.once('data', () => resolve()))
  return child
}

function run(root: string, script: string, words: string[], env: NodeJS.ProcessEnv) {
  writeFileSync(join(root, 'script.ts'), `${script}\nexport {}`)
  // As in a person's shell: without the variables of the npm that runs this test.
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'tools', 'prepare.mjs'), 'script.ts', ...words],
    {
      cwd: tmpdir(),
      env: { ...clean, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  cleanUps.push(() => child.kill('SIGKILL'))
  let output = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<Ended>((resolve) => child.on('exit', (code) => resolve({ code, output, errors })))
  return { process: child, ended }
}
