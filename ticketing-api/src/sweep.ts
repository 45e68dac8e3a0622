import type { Context } from './context.ts'

/** Work that comes round by itself. It may run in several processes at once, so it claims rows before it acts. */
export interface Sweep {
  name: string
  everySeconds: number
  run(ctx: Context): Promise<void>
}
