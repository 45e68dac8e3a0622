import type { ScanResult } from '@event-sphere/contract/check-in'
import type { WordKey } from '../language/words.ts'
import type { Outcome } from '../scan/ask-api.ts'

/** go: let in · look: a real ticket, but not now or not here · stop: do not let in */
export type Tone = 'go' | 'look' | 'stop'

export interface Verdict {
  tone: Tone
  word: WordKey
  advice: WordKey
}

/** A code that is no ticket of the organization is a result like any other to the people at the door. */
export type Result = ScanResult | 'unknown'

const verdicts: Record<Result, Verdict> = {
  admitted: { tone: 'go', word: 'verdict.admitted', advice: 'advice.admitted' },
  already_admitted: { tone: 'look', word: 'verdict.already_admitted', advice: 'advice.already_admitted' },
  not_today: { tone: 'look', word: 'verdict.not_today', advice: 'advice.not_today' },
  not_here: { tone: 'look', word: 'verdict.not_here', advice: 'advice.not_here' },
  not_yet: { tone: 'look', word: 'verdict.not_yet', advice: 'advice.not_yet' },
  too_late: { tone: 'look', word: 'verdict.too_late', advice: 'advice.too_late' },
  full: { tone: 'stop', word: 'verdict.full', advice: 'advice.full' },
  cancelled: { tone: 'stop', word: 'verdict.cancelled', advice: 'advice.cancelled' },
  refunded: { tone: 'stop', word: 'verdict.refunded', advice: 'advice.refunded' },
  transferred: { tone: 'stop', word: 'verdict.transferred', advice: 'advice.transferred' },
  unknown: { tone: 'stop', word: 'verdict.unknown', advice: 'advice.unknown' },
  wrong_event: { tone: 'stop', word: 'verdict.wrong_event', advice: 'advice.wrong_event' },
}

/** How a result is shown at the door. */
export function verdictOf(result: Result): Verdict {
  return verdicts[result]
}

export function resultOf(outcome: Outcome): Result {
  return outcome.kind === 'decided' ? outcome.scan.result : 'unknown'
}
