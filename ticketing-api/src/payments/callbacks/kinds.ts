import type { AddressKind } from './address-kind.ts'
import type { CallbackJudge } from './callback-judge.ts'
import { stkPrompt } from './stk-prompt.ts'

/** Who judges what comes to addresses of each kind. */
export const kinds: Readonly<Record<AddressKind, CallbackJudge>> = {
  stk_prompt: stkPrompt,
}
