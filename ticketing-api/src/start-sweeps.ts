import type { Context } from './context.ts'
import type { Sweep } from './sweep.ts'

/** Runs each sweep in its own rhythm, never two of the same at once; a failure is told and the next round tries again. */
export function startSweeps(ctx: Context, sweeps: readonly Sweep[]): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const timers = sweeps.map((sweep) => {
    let isBusy = false
    const round = async () => {
      if (isBusy) return
      isBusy = true
      await sweep
        .run(ctx)
        .catch((fault: unknown) => ctx.log.error({ err: fault, sweep: sweep.name }, 'sweep'))
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
    await Promise.all(running)
  }
}
