import { inOrganization } from '../../call/scope.ts'
import type { Context } from '../../context.ts'
import { longestRequestSeconds } from './check-callback.ts'
import { judgeCallback } from './judge-callback.ts'
import { claimForgotten } from './store.ts'

/** Callbacks whose process died before it wrote down what it had been answered. */
export async function judgeForgotten(ctx: Context): Promise<void> {
  const forgotten = await ctx.database.transaction((tx) => claimForgotten(tx, longestRequestSeconds))
  for (const { id: callbackId, organizationId } of forgotten) {
    try {
      await inOrganization(organizationId, () => judgeCallback(ctx, { callbackId }))
    } catch (fault) {
      ctx.log.error({ callbackId, err: fault }, 'judging a callback failed; it is tried again')
    }
  }
}
