import type fc from 'fast-check'
import type { Step } from './fair-day.ts'

/** A fault with the way to it: what was done, and the line that does it again. */
export function retell({
  seed,
  counterexamplePath,
  counterexample,
  errorInstance,
  numRuns,
}: fc.RunDetails<[Iterable<Step>]>): string {
  const [commands] = counterexample ?? []
  const told = String(commands ?? '')
  const replayPath = /replayPath="([^"]*)"/.exec(told)?.[1] ?? ''
  const steps = told.replace(/\s*\/\*.*\*\/$/, '').replaceAll('},', '},\n  ')
  const cause =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : errorInstance
  return [
    `${cause}`,
    `on day ${numRuns}, after`,
    `  ${steps}`,
    `see it again: MODEL_REPLAY='${seed},${counterexamplePath},${replayPath}' npm test -- model`,
  ].join('\n')
}
