import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import type { Context } from '../../context.ts'
import { turnDown } from '../prompts/turn-down.ts'
import { judgeGroup } from './judge-group.ts'
import { type LetterVerdict, lockUnjudged } from './store.ts'

/** What the unique indexes say when a callback claims what belongs to another payment. */
const walls: Record<string, LetterVerdict> = {
  payments_receipt_key: 'receipt_taken',
  payments_checkout_request_id_key: 'wrong_ids',
}

/**
 * Judges one callback, once, in a group of its own; a letter that came too early stays unjudged until our own answer is
 * here.
 */
export async function judgeCallback(ctx: Context, { callbackId }: { callbackId: string }): Promise<void> {
  const lock = (tx: Tx) => lockUnjudged(tx, callbackId)
  try {
    await ctx.database.transaction(async (tx) => {
      const letter = await lock(tx)
      if (letter) await judgeGroup(ctx, tx, [letter])
    })
  } catch (fault) {
    const verdict = walls[violatedConstraint(fault) ?? '']
    if (!verdict) throw fault
    await ctx.database.transaction(async (tx) => {
      const letter = await lock(tx)
      if (letter) await turnDown(ctx, tx, letter, verdict)
    })
  }
}
