import type { Step } from './steps.ts'

/** Adjacent quick steps run together, in the place of the first; the others run alone. */
export function groupSteps(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = []
  for (const step of steps) {
    const last = groups.at(-1)
    if (step.isQuick && last?.[0]?.isQuick) last.push(step)
    else groups.push([step])
  }
  return groups
}
