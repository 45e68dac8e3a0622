import type { Problem } from '@event-sphere/contract/problem'
import type { RefusalCode } from '@event-sphere/contract/refusals'
import { Refusal } from '@event-sphere/kit/refusal'
import type { FieldFault } from './field-fault.ts'

/** Facts that the contract lets travel beside a code. */
export interface RefusalFacts
  extends Omit<Problem, 'type' | 'title' | 'status' | 'code' | 'detail' | 'requestId' | 'errors'> {
  /** Put into words when the caller is answered. */
  errors?: readonly FieldFault[]
}

/** The refusal of a code that the contract knows. */
export function refuse(code: RefusalCode, facts: { [Fact in keyof RefusalFacts]?: RefusalFacts[Fact] } = {}) {
  return new Refusal<RefusalCode>(code, facts)
}
