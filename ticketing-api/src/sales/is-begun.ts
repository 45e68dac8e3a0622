import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import type { Context } from '../context.ts'
import { findKeptActs } from '../once/kept-acts.ts'
import type { OnceKey } from '../once/once-key.ts'
import type { WantedItem } from '../purchases/buying-limits.ts'
import { listWaiting } from '../purchases/list-waiting.ts'
import { findBegun } from './find-begun.ts'
import { mergeItems } from './rules.ts'

interface Asked {
  eventId: EventId
  items: readonly WantedItem[]
  once: OnceKey
}

/** Whether the line would answer with a purchase that is there already, and take no new seats. */
export async function isBegun(
  ctx: Context,
  caller: Caller,
  { eventId, items, once }: Asked,
): Promise<boolean> {
  const kept = await ctx.database.pipeline((tx) => findKeptActs(tx, [once]))
  if (kept.length > 0) return true
  if (caller.kind !== 'user') return false
  const now = ctx.clock.now()
  const waiting = await listWaiting(ctx.database.reader, eventId, [caller.email])
  const wish = { buyer: caller, sellerId: null, cartId: null }
  return (
    findBegun(
      waiting.filter((one) => one.expiresAt > now),
      wish,
      mergeItems(items),
    ) !== undefined
  )
}
