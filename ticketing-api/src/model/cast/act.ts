import fc from 'fast-check'
import { joinCrowd } from './crowd.ts'
import type { Known } from './known.ts'
import { expectEverythingHolds } from './what-holds.ts'
import type { World } from './world.ts'

/** Something that somebody does. It may find nothing to do it to. */
export interface Act {
  told: string
  does(known: Known, world: World): Promise<void>
}

/** An act with everything that may be chosen about it. */
export const act = <Chosen extends object>(
  name: string,
  choices: { [Key in keyof Chosen]: fc.Arbitrary<Chosen[Key]> },
  does: (known: Known, world: World, chosen: Chosen) => Promise<void>,
): fc.Arbitrary<Act> =>
  (fc.record(choices) as fc.Arbitrary<Chosen>).map((chosen) => ({
    told: `${name} ${JSON.stringify(chosen)}`,
    does: (known, world) => does(known, world, chosen),
  }))

/** One act, or several at once, among a crowd that orders at both processes; after it, everything holds. */
export const step = (acts: readonly Act[]): fc.AsyncCommand<Known, World> => ({
  check: () => true,
  run: async (known, world) => {
    const ends = await Promise.allSettled([
      joinCrowd(known, world),
      ...acts.map((one) => one.does(known, world)),
    ])
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    await expectEverythingHolds(known, world)
  },
  toString: () => acts.map(({ told }) => told).join(' & '),
})
