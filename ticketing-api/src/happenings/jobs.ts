import type { Sweep } from '../sweep.ts'
import { forgetOldHappenings } from './forget-old-happenings.ts'

export const happeningSweeps: readonly Sweep[] = [
  { name: 'happenings.forget', everySeconds: 3600, run: forgetOldHappenings },
]
