import type { Sweep } from '../sweep.ts'
import { releaseAllEndedHolds } from './release-all-ended-holds.ts'

export const seatSweeps: readonly Sweep[] = [
  { name: 'holds.release', everySeconds: 5, run: releaseAllEndedHolds },
]
