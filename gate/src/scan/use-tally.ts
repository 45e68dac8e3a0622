import { useState } from 'react'
import type { Outcome } from './ask-api.ts'
import { type DoorState, isAdmitted } from './door.ts'

export interface Tally {
  admitted: number
  last: Outcome | undefined
}

/** Counts each verdict of this page once. */
export function useTally(state: DoorState): Tally {
  const [counted, setCounted] = useState<Tally & { scanId?: string }>({ admitted: 0, last: undefined })
  if (state.phase === 'verdict' && state.scan.scanId !== counted.scanId) {
    setCounted({
      admitted: counted.admitted + (isAdmitted(state.outcome) ? 1 : 0),
      last: state.outcome,
      scanId: state.scan.scanId,
    })
  }
  return { admitted: counted.admitted, last: counted.last }
}
