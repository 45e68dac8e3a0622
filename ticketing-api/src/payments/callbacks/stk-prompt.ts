import type { CallbackJudge } from './callback-judge.ts'
import { judgePrompts } from './judge-prompts.ts'
import { turnDownPrompt } from './turn-down-prompt.ts'

/** How a prompt ended. The unique indexes tell a callback that claims what belongs to another payment. */
export const stkPrompt: CallbackJudge = {
  judge: judgePrompts,
  walls: {
    payments_receipt_key: 'receipt_taken',
    one_receiving_a_receipt: 'receipt_taken',
    payments_checkout_request_id_key: 'wrong_ids',
  },
  turnDown: turnDownPrompt,
}
