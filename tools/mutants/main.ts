import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { endAll } from '../run-command.ts'
import { judgeMutant } from './judge-mutant.ts'
import { mutants } from './mutants.ts'

/** `npm run mutants [words]`: takes each wall down in turn, and looks whether its test finds it out. */
const root = join(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const chosen = mutants.filter(({ breaks }) => words.every((word) => breaks.includes(word)))

const changed = execFileSync('git', ['status', '--porcelain', '--', ...chosen.map(({ file }) => file)], {
  cwd: root,
  encoding: 'utf8',
})
if (changed !== '') {
  process.stderr.write(`commit these first, since a mutant is made in its file and taken back:\n${changed}`)
  process.exit(1)
}

// The run that is ended ends with its tests, and the wall is put up again on the way out.
process.on('SIGINT', () => endAll('SIGINT'))
process.on('SIGTERM', () => endAll('SIGTERM'))

let killed = 0
for (const mutant of chosen) {
  const judgement = await judgeMutant(root, mutant)
  if (judgement === 'killed') killed += 1
  process.stdout.write(`${judgement.padEnd(10)} without ${mutant.breaks} (${mutant.killedBy.file})\n`)
}
process.stdout.write(`${killed} of ${chosen.length} killed\n`)
process.exitCode = killed === chosen.length && chosen.length > 0 ? 0 : 1
