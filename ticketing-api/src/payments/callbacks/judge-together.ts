import { isUnavailable } from '@event-sphere/kit/database/retry'
import type { Context } from '../../context.ts'
import { judgeCallback } from './judge-callback.ts'
import { judgeGroup } from './judge-group.ts'
import { lockFree, markTried } from './store.ts'

/**
 * Judges callbacks in one transaction, but for those that somebody else has in hand. A fault of the group is a fault of
 * one of its callbacks: each is then judged by itself, so that the others are settled, and one that fails again is kept out
 * of groups from then on.
 * @returns the faults, by the callbacks that met them
 */
export async function judgeTogether(
  ctx: Context,
  callbackIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  let left = callbackIds
  try {
    while (left.length > 0)
      left = await ctx.database.transaction(async (tx) => judgeGroup(ctx, tx, await lockFree(tx, left)))
    return new Map()
  } catch (fault) {
    ctx.log.warn({ callbacks: left.length, err: fault }, 'a group of callbacks failed; each is judged alone')
    return judgeApart(ctx, left)
  }
}

/** So many in a row that could not be judged in time: it is not these callbacks' doing, and the others are left to their jobs. */
const mostUnavailable = 3

/** @throws if several in a row fail because the database is unavailable */
async function judgeApart(ctx: Context, callbackIds: readonly string[]): Promise<Map<string, unknown>> {
  const faults = new Map<string, unknown>()
  let unavailable = 0
  for (const callbackId of callbackIds) {
    try {
      await judgeCallback(ctx, { callbackId })
      unavailable = 0
    } catch (fault) {
      // Behind a database that is away this fails too, and nobody goes on.
      await ctx.database.transaction((tx) => markTried(tx, callbackId))
      faults.set(callbackId, fault)
      unavailable = isUnavailable(fault) ? unavailable + 1 : 0
      if (unavailable === mostUnavailable) throw fault
    }
  }
  return faults
}
