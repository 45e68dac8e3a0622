import fc from 'fast-check'
import { closeFair } from './closing.ts'
import { type Step, steps } from './fair-day.ts'
import { type Installation, openInstallation } from './installation.ts'
import { knowNothing } from './known.ts'
import { retell } from './retell.ts'
import { openWorld } from './world.ts'

export interface Play {
  /** At most so many days. */
  runs: number
  seed?: number
  /** Where in that seed a fault was found, and which of its steps were taken. */
  path?: string
  replayPath?: string
  /** What a control takes away from each installation before it is used. */
  spoil?: (installation: Installation) => Promise<void>
  /** Looks for a shorter way to the fault. */
  isShrunk?: boolean
}

export interface Played {
  /** What went wrong and how to see it again; undefined if nothing did. */
  fault: string | undefined
  runs: number
  outcomes: ReadonlyMap<string, number>
}

const mostSteps = 32
const mostShrinks = 12

/** Day after day at a fair, no two alike, until one of them shows a fault. */
export async function play({ runs, spoil, isShrunk = false, ...where }: Play): Promise<Played> {
  const { seed = Math.floor(Math.random() * 2 ** 31), path, replayPath } = where
  const outcomes = new Map<string, number>()
  const installations = onlyOne(spoil)
  const day = fc.asyncProperty(daysOf(replayPath), async (commands) => {
    const counts = await installations.use((installation) => spendDay(installation, commands))
    for (const [what, count] of counts) outcomes.set(what, (outcomes.get(what) ?? 0) + count)
  })
  const ran = await fc.check(day, { numRuns: runs, seed, endOnFailure: !isShrunk, ...(path && { path }) })
  return { fault: ran.failed ? retell(ran) : undefined, runs: ran.numRuns, outcomes }
}

const daysOf = (replayPath: string | undefined) =>
  fc.limitShrink(
    fc.commands(steps, { maxCommands: mostSteps, size: 'max', ...(replayPath && { replayPath }) }),
    mostShrinks,
  )

async function spendDay(installation: Installation, commands: Iterable<Step>) {
  const known = knowNothing()
  const world = await openWorld(installation, known)
  await fc.asyncModelRun(() => ({ model: known, real: world }), commands)
  await closeFair(known, world)
  return world.outcomes.counts
}

/** One installation serves day after day, until one has broken it: what is broken stays broken. */
function onlyOne(spoil: Play['spoil']) {
  let open: Installation | undefined
  return {
    use: async <T>(work: (installation: Installation) => Promise<T>): Promise<T> => {
      const used = open ?? (await openInstallation())
      if (!open) await spoil?.(used)
      open = used
      try {
        return await work(used)
      } catch (fault) {
        open = undefined
        await used.end()
        throw fault
      }
    },
  }
}
