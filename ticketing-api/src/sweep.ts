import type { Context } from './context.ts'

/** Work that comes round by itself. It may run in several processes at once, so it claims rows before it acts. */
export interface Sweep {
  name: string
  everySeconds: number
  /** A round that takes longer is told of and left behind; a minute if nothing is said. */
  withinSeconds?: number
  /** @param stop that the process is about to end: a round that sends something ends soon */
  run(ctx: Context, stop?: AbortSignal): Promise<void>
}
