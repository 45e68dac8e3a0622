import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../run-command.ts'
import type { VitestReport } from '../test/run-vitest.ts'
import type { Mutant } from './mutants.ts'
import { mutate } from './mutate.ts'

export type Judgement = 'killed' | 'alive' | 'not judged'

const limitMilliseconds = 240_000

/** Runs one test without its safeguard: the mutant is killed if the test fails, alive if it passes. */
export async function judgeMutant(root: string, mutant: Mutant): Promise<Judgement> {
  const folder = mkdtempSync(join(tmpdir(), 'event-sphere-mutant-'))
  const report = join(folder, 'report.json')
  const putBack = mutate(root, mutant)
  try {
    const { file, test } = mutant.killedBy
    const parameters = ['run', '--project', 'rooms', file, '-t', `^${asPattern(test)}$`, '--reporter=json']
    await runCommand('vitest', [...parameters, `--outputFile=${report}`], { cwd: root, limitMilliseconds })
    return judge(JSON.parse(readFileSync(report, 'utf8')) as VitestReport, test)
  } finally {
    putBack()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A test that was not run proves nothing. */
export function judge({ testResults }: VitestReport, test: string): Judgement {
  const found = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ fullName }) => fullName === test)
  if (found?.status === 'failed') return 'killed'
  return found?.status === 'passed' ? 'alive' : 'not judged'
}

const asPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
