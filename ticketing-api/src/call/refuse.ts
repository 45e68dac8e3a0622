import type { Problem } from '@event-sphere/contract/problem'
import type { RefusalCode } from '@event-sphere/contract/refusals'
import { Refusal } from '@event-sphere/kit/refusal'

/** Facts that the contract lets travel beside a code. */
export type RefusalFacts = Omit<Problem, 'type' | 'title' | 'status' | 'code' | 'detail' | 'requestId'>

/** The refusal of a code that the contract knows. */
export function refuse(code: RefusalCode, facts: { [Fact in keyof RefusalFacts]?: RefusalFacts[Fact] } = {}) {
  return new Refusal<RefusalCode>(code, facts)
}
