import { join } from 'node:path'
import { runCommand } from '../run-command.ts'
import { buildApps } from '../start/build-apps.ts'
import { getBrowser } from './get-browser.ts'
import type { Outcome } from './outcome.ts'
import { runVitest } from './run-vitest.ts'

export type Step = {
  name: string
  says: string
  /** Adjacent steps with this flag run in parallel: they do not disturb each other. */
  isQuick?: boolean
  run: (root: string, filters: string[]) => Promise<Outcome>
}

const minutes = 60_000

/** In this order, each regardless of the earlier results; the quick ones run in parallel. */
export const steps: Step[] = [
  {
    name: 'check-rooms',
    isQuick: true,
    says: 'imports between rooms, names of files',
    run: (root) => runCheck(root, [['node', ['tools/check-rooms/main.ts']]]),
  },
  {
    name: 'biome',
    isQuick: true,
    says: 'lint and format',
    run: (root) =>
      runCheck(root, [['biome', ['check', '--diagnostic-level=error', '--max-diagnostics=100']]]),
  },
  {
    name: 'types',
    isQuick: true,
    says: 'TypeScript',
    run: (root) =>
      runCheck(root, [
        ['react-router', ['typegen'], 'site'],
        ['tsc', ['--noEmit']],
      ]),
  },
  {
    name: 'knip',
    isQuick: true,
    says: 'no unused or undeclared code and packages',
    run: (root) => runCheck(root, [['knip', []]]),
  },
  { name: 'build', isQuick: true, says: 'the site and the gate', run: buildBoth },
  {
    name: 'rooms',
    says: 'the tests of every room',
    run: (root, filters) => runVitest({ root, project: 'rooms', filters, limitMilliseconds: 30 * minutes }),
  },
  { name: 'journeys', says: 'the journeys in a browser', run: walkJourneys },
]

/** Runs commands that form one check: silent on success, with all output on failure. */
async function runCheck(root: string, commands: [string, string[], string?][]): Promise<Outcome> {
  for (const [command, parameters, folder] of commands) {
    const cwd = join(root, folder ?? '.')
    const { code, output } = await runCommand(command, parameters, { cwd, limitMilliseconds: 10 * minutes })
    if (code !== 0) return { passed: 0, failed: 1, report: output }
  }
  return { passed: 1, failed: 0, report: '' }
}

async function buildBoth(root: string): Promise<Outcome> {
  const { fault } = await buildApps(root)
  return fault ? { passed: 0, failed: 1, report: fault } : { passed: 1, failed: 0, report: '' }
}

async function walkJourneys(root: string, filters: string[]): Promise<Outcome> {
  const browser = await getBrowser(root)
  if ('fault' in browser) return { passed: 0, failed: 1, report: browser.fault }
  const env = { CHROMIUM_PATH: browser.path }
  return runVitest({ root, project: 'journeys', filters, env, limitMilliseconds: 30 * minutes })
}
