import { setTimeout as pause } from 'node:timers/promises'
import { logFault } from '@event-sphere/kit/log'
import { acrossOrganizations } from './call/scope.ts'
import type { Context } from './context.ts'
import type { Sweep } from './sweep.ts'

/**
 * Runs each sweep in its own rhythm, never two of the same at once; a failure is told and the next round tries again.
 * A round that is not over in time is told as well, and the next one goes ahead: rounds claim what they work on.
 */
export function startSweeps(ctx: Context, sweeps: readonly Sweep[]): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const stop = new AbortController()
  const timers = sweeps.map((sweep) => {
    let isBusy = false
    const round = async () => {
      if (isBusy) return
      isBusy = true
      await runRound(ctx, sweep, stop.signal)
      isBusy = false
    }
    return setInterval(() => {
      const turn = round()
      running.add(turn)
      void turn.finally(() => running.delete(turn))
    }, sweep.everySeconds * 1000)
  })
  return async () => {
    timers.forEach(clearInterval)
    stop.abort()
    await Promise.all(running)
  }
}

async function runRound(ctx: Context, sweep: Sweep, stop: AbortSignal): Promise<void> {
  const { name, withinSeconds = 60 } = sweep
  const isOver = new AbortController()
  const deadline = pause(withinSeconds * 1000, undefined, { signal: isOver.signal }).then(
    () => ctx.log.error({ sweep: name, withinSeconds }, 'sweep timed out; starting the next round'),
    () => undefined,
  )
  const run = acrossOrganizations(() => sweep.run(ctx, stop)).catch((fault: unknown) =>
    logFault(ctx.log, { sweep: name }, fault, 'a sweep failed'),
  )
  await Promise.race([run, deadline])
  isOver.abort()
}
