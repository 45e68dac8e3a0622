import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { runCommand } from '../run-command.ts'
import type { Outcome } from './outcome.ts'

type VitestRun = {
  root: string
  project: 'rooms' | 'journeys'
  filters: string[]
  env?: NodeJS.ProcessEnv
  limitMilliseconds: number
}

/** Runs one project of vitest.config.ts with its output on the terminal, and counts its tests. */
export async function runVitest(run: VitestRun): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'event-sphere-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await runCommand(
    'vitest',
    ['run', '--project', run.project, ...reporters, ...run.filters],
    {
      cwd: run.root,
      env: { ...process.env, ...run.env },
      limitMilliseconds: run.limitMilliseconds,
      isShown: true,
    },
  )
  const counted = countTests(readReport(file), code)
  rmSync(folder, { recursive: true, force: true })
  return { ...counted, report: [output.trim(), counted.report].filter(Boolean).join('\n') }
}

/** The parts of the report that we read; it has Jest's format. */
export type VitestReport = {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** A skipped test, a file that could not be loaded and a run that failed elsewhere all count as failures. */
export function countTests(report: VitestReport | undefined, code: number): Outcome {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = tests.length - passed + unloaded.length
  const lines = [
    ...skipped.map((test) => `was not run: ${test.fullName}`),
    ...unloaded.map((file) => `could not be loaded: ${file.name}`),
  ]
  if (failed > 0 || (code === 0 && tests.length > 0)) return { passed, failed, report: lines.join('\n') }
  const reason =
    tests.length === 0 ? 'no test was run' : 'the tests passed, but their run ended with a fault (above)'
  return { passed, failed: 1, report: reason }
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}
