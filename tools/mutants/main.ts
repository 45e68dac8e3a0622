import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { endAll } from '../run-command.ts'
import { judgeMutant } from './judge-mutant.ts'
import { mutants } from './mutants.ts'

/** `npm run mutants [words]`: removes each safeguard in turn and checks that its test fails. */
const root = join(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const chosen = mutants.filter(({ breaks }) => words.every((word) => breaks.includes(word)))

const changed = execFileSync('git', ['status', '--porcelain', '--', ...chosen.map(({ file }) => file)], {
  cwd: root,
  encoding: 'utf8',
})
if (changed !== '') {
  process.stderr.write(`commit these first, because a mutant changes its file and restores it:\n${changed}`)
  process.exit(1)
}

// Stopping the run ends its tests, and the safeguard is restored on the way out.
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
