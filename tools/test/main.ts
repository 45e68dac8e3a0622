import { join } from 'node:path'
import process from 'node:process'
import { endAll } from '../run-command.ts'
import { groupSteps } from './group-steps.ts'
import type { Outcome } from './outcome.ts'
import { type Step, steps } from './steps.ts'

const root = join(import.meta.dirname, '../..')
const names = steps.map((step) => step.name)

/** `npm test`, or only some of it: `npm test -- rooms`, `npm test -- kit/database`, `npm test -- journeys scan`. */
function chooseSteps(words: string[]): { chosen: typeof steps; filters: string[] } {
  const filters = words.filter((word) => !names.includes(word))
  const wanted = words.filter((word) => names.includes(word))
  if (wanted.length > 0) return { chosen: steps.filter((step) => wanted.includes(step.name)), filters }
  if (filters.length === 0) return { chosen: steps, filters }
  const project = filters.every((word) => word.startsWith('journeys')) ? 'journeys' : 'rooms'
  return { chosen: steps.filter((step) => step.name === project), filters }
}

async function main(): Promise<void> {
  stopWhenAsked()
  const { chosen, filters } = chooseSteps(process.argv.slice(2))
  const total = { passed: 0, failed: 0 }
  for (const group of groupSteps(chosen)) {
    const outcomes = await Promise.all(group.map((step) => take(step, filters, group.length > 1)))
    for (const { passed, failed } of outcomes) {
      total.passed += passed
      total.failed += failed
    }
  }
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

/** A step that runs alone prints its lines at once; parallel steps are reported when they end. */
async function take(step: Step, filters: string[], isBesideOthers: boolean): Promise<Outcome> {
  const title = `\n── ${step.name}: ${step.says}`
  if (!isBesideOthers) say(title)
  const startedAt = performance.now()
  const outcome = await step.run(root, filters)
  if (isBesideOthers) say(title)
  if (outcome.report) say(outcome.report.trimEnd())
  say(lineFor(outcome, (performance.now() - startedAt) / 1000))
  return outcome
}

function lineFor({ passed, failed }: Outcome, seconds: number): string {
  const verdict = failed > 0 ? `FAILED (${failed} of ${passed + failed})` : 'ok'
  return `   ${verdict} in ${seconds.toFixed(1)} s`
}

function stopWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endAll(signal)
      say('\nstopped before the end')
      process.exit(1)
    })
  }
  process.once('disconnect', () => {
    endAll('SIGTERM')
    process.exit(1)
  })
  process.channel?.unref()
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main()
