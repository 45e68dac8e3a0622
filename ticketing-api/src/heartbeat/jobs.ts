import type { Sweep } from '../sweep.ts'
import { beat } from './beat.ts'
import { watchWorkers } from './watch-workers.ts'

export const heartbeatSweeps: readonly Sweep[] = [{ name: 'heartbeat.beat', everySeconds: 15, run: beat }]

/** Of a process that answers calls: it is there when no worker is. */
export const watchSweeps: readonly Sweep[] = [
  { name: 'heartbeat.watch', everySeconds: 60, run: watchWorkers },
]
