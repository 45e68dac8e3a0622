import type { Sweep } from '../sweep.ts'
import { beat } from './beat.ts'

export const heartbeatSweeps: readonly Sweep[] = [{ name: 'heartbeat.beat', everySeconds: 15, run: beat }]
