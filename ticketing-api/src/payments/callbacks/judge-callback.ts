import type { Tx } from '@event-sphere/kit/database/database'
import { violatedConstraint } from '@event-sphere/kit/database/retry'
import type { Context } from '../../context.ts'
import { judgeGroup } from './judge-group.ts'
import { type CallbackVerdict, lockUnjudged } from './store.ts'
import { turnDown } from './turn-down.ts'

/** What the unique indexes say when a callback claims what belongs to another payment. */
const walls: Record<string, CallbackVerdict> = {
  payments_receipt_key: 'receipt_taken',
  one_receiving_a_receipt: 'receipt_taken',
  payments_checkout_request_id_key: 'wrong_ids',
}

/**
 * Judges one callback, once, in a group of its own; a callback that came too early stays unjudged until our own answer is
 * here.
 */
export async function judgeCallback(ctx: Context, { callbackId }: { callbackId: string }): Promise<void> {
  const lock = (tx: Tx) => lockUnjudged(tx, callbackId)
  try {
    await ctx.database.transaction(async (tx) => {
      const callback = await lock(tx)
      if (callback) await judgeGroup(ctx, tx, [callback])
    })
  } catch (fault) {
    const verdict = walls[violatedConstraint(fault) ?? '']
    if (!verdict) throw fault
    await ctx.database.transaction(async (tx) => {
      const callback = await lock(tx)
      if (callback) await turnDown(ctx, tx, callback, verdict)
    })
  }
}
