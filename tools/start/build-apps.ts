import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runCommand } from '../run-command.ts'
import { inTurn } from './in-turn.ts'

type App = {
  name: string
  folder: string
  command: string
  parameters: string[]
  made: string
  sources: string[]
}

const apps: App[] = [
  {
    name: 'site',
    folder: 'site',
    command: 'react-router',
    parameters: ['build'],
    made: 'site/build/server/index.js',
    sources: [
      'site/client',
      'site/public',
      'site/package.json',
      'site/vite.config.ts',
      'site/react-router.config.ts',
    ],
  },
  {
    name: 'gate',
    folder: 'gate',
    command: 'vite',
    parameters: ['build'],
    made: 'gate/dist/index.html',
    sources: ['gate/src', 'gate/public', 'gate/index.html', 'gate/package.json', 'gate/vite.config.ts'],
  },
]
/** What both are built from besides their own files. */
const shared = ['contract', 'package-lock.json', 'tsconfig.json']

/** Builds the site's and the gate's pages if their sources have changed. */
export async function buildApps(
  root: string,
  say: (line: string) => void = () => {},
): Promise<{ fault?: string }> {
  const answers = await Promise.all(apps.map((app) => buildApp(root, app, say)))
  const fault = answers.filter((answer) => answer !== undefined).join('\n')
  return fault ? { fault } : {}
}

async function buildApp(root: string, app: App, say: (line: string) => void): Promise<string | undefined> {
  const stamp = join(root, 'node_modules', `.event-sphere-built-${app.name}`)
  const wanted = hashOf(root, [...app.sources, ...shared])
  const isMade = () =>
    existsSync(join(root, app.made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isMade()) return undefined
  // Two streets that start at once share these folders: the second finds the first one's pages.
  return inTurn(`${stamp}.turn`, async () => (isMade() ? undefined : make(root, app, { stamp, wanted, say })))
}

async function make(
  root: string,
  app: App,
  { stamp, wanted, say }: { stamp: string; wanted: string; say: (line: string) => void },
): Promise<string | undefined> {
  say(`building the ${app.name} …`)
  rmSync(stamp, { force: true })
  const { code, output } = await runCommand(join(root, 'node_modules/.bin', app.command), app.parameters, {
    cwd: join(root, app.folder),
    env: { ...process.env, NODE_ENV: 'production' },
    limitMilliseconds: 300_000,
  })
  if (code !== 0) return `the ${app.name} could not be built:\n${output.trim()}`
  writeFileSync(stamp, wanted)
  return undefined
}

function hashOf(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((one) => listFiles(root, one)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
