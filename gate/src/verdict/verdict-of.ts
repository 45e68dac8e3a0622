import type { ScanResult } from '@event-sphere/contract/check-in'
import type { WordKey } from '../locales/words.ts'
import type { Outcome, Scan } from '../scan/ask-api.ts'

/** go: let in · look: talk to them · stop: do not let in */
export type Tone = 'go' | 'look' | 'stop'

export interface Verdict {
  tone: Tone
  /** What to do, in the largest letters. */
  command: WordKey
  /** Why. */
  reason: WordKey
  /** What to do next; `message` means the API's own text, which includes days, hours and names. */
  advice: WordKey | 'message'
}

const commands = { go: 'command.go', look: 'command.look', stop: 'command.stop' } as const
const say = (tone: Tone, reason: WordKey, advice: Verdict['advice']): Verdict => ({
  tone,
  command: commands[tone],
  reason,
  advice,
})

const verdicts: Record<ScanResult, Verdict> = {
  admitted: say('go', 'verdict.admitted', 'advice.admitted'),
  already_admitted: say('look', 'verdict.already_admitted', 'advice.already_admitted'),
  not_today: say('stop', 'verdict.not_today', 'message'),
  not_here: say('stop', 'verdict.not_here', 'message'),
  not_yet: say('stop', 'verdict.not_yet', 'message'),
  too_late: say('stop', 'verdict.too_late', 'message'),
  full: say('stop', 'verdict.full', 'advice.full'),
  cancelled: say('stop', 'verdict.cancelled', 'message'),
  refunded: say('stop', 'verdict.refunded', 'advice.refunded'),
  transferred: say('stop', 'verdict.transferred', 'advice.transferred'),
  wrong_event: say('stop', 'verdict.wrong_event', 'advice.wrong_event'),
}

/** How an outcome is shown at the door. */
export function verdictOf(outcome: Outcome): Verdict {
  switch (outcome.kind) {
    case 'decided':
      return verdictOfScan(outcome.scan)
    case 'unknown':
    case 'signed_out':
      return say('stop', 'verdict.unknown', 'advice.unknown')
    case 'no_entrance':
      return say('look', 'verdict.no_entrance', 'advice.no_entrance')
    default:
      return outcome satisfies never
  }
}

function verdictOfScan({ result, needsNameCheck, otherTicket, ticket }: Scan): Verdict {
  if (result === 'not_here' && otherTicket) return say('look', 'verdict.not_here', 'message')
  if (result !== 'admitted' || !needsNameCheck) return verdicts[result]
  if (ticket.holderName === null) return say('look', 'verdict.printed', 'advice.nameless')
  return { tone: 'look', command: 'command.compare', reason: 'verdict.printed', advice: 'advice.compare' }
}
