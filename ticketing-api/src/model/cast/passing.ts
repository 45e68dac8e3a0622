import { sql } from '@event-sphere/kit/database/database'
import fc from 'fast-check'
import { allHandlers, allSweeps } from '../../handlers.ts'
import { judgeCallback } from '../../payments/callbacks/judge-callback.ts'
import { act } from './act.ts'
import type { World } from './world.ts'

export async function runJobs({ sides }: Pick<World, 'sides'>): Promise<void> {
  await Promise.all(sides.map(({ ctx }) => ctx.jobs.runUntilQuiet(allHandlers(ctx))))
}

export async function sweep({ sides }: Pick<World, 'sides'>): Promise<void> {
  await Promise.all(
    sides.map(async ({ ctx }) => {
      for (const one of allSweeps) await one.run(ctx)
    }),
  )
}

const workers = act('jobs are worked off', {}, (_, world) => runJobs(world))
const sweeps = act('sweeps run', {}, (_, world) => sweep(world))

/** Every callback that waits, by two workers at once: a job may run more than once. */
export async function judgeTwice({ sides }: Pick<World, 'sides'>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from callbacks where judged_at is null order by received_at, id`.execute(
    sides[0].ctx.database.reader,
  )
  await Promise.all(rows.flatMap(({ id }) => sides.map(({ ctx }) => judgeCallback(ctx, { callbackId: id }))))
}

const judgedTwice = act('callbacks are judged twice at once', {}, (_, world) => judgeTwice(world))

export const work = [workers, sweeps, judgedTwice]

/** Past a prompt's time, past a hold, and just short of them. */
export const passes = act(
  'time passes',
  { seconds: fc.constantFrom(20, 130, 600, 1790, 1810, 2700) },
  (_, world, { seconds }) => world.pass(seconds),
)
