import type { Say } from '../locales/use-words.ts'
import type { Outcome } from '../scan/ask-api.ts'
import { verdictOf } from './verdict-of.ts'

/** What to do next: the API's own text if days, hours or names are needed, which only it knows. */
export function adviceOf(outcome: Outcome, say: Say): string {
  const { advice } = verdictOf(outcome)
  if (advice !== 'message') return say(advice)
  return outcome.kind === 'decided' ? outcome.scan.message : ''
}
