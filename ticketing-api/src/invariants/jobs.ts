import type { Sweep } from '../sweep.ts'
import { checkInvariants } from './check-invariants.ts'

export const invariantSweeps: readonly Sweep[] = [
  { name: 'invariants.check', everySeconds: 60, withinSeconds: 600, run: checkInvariants },
]
