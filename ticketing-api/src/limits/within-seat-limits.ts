import type { TicketTypeId } from '@event-sphere/contract/values/ids'
import type { Caller, UserCaller } from '../call/caller.ts'
import { acrossOrganizations } from '../call/scope.ts'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import type { LimitName } from './allowances.ts'
import { PassRefused } from './limit-refused.ts'
import { passLimits } from './pass-limits.ts'
import { returnToLimits } from './return-to-limits.ts'
import type { Pass } from './rules.ts'
import { findWantedTypes } from './store.ts'

export interface SeatWish {
  caller: Caller
  visitor: Visitor
  items: readonly { ticketTypeId: TicketTypeId; quantity: number }[]
  /** Of an act that can be sent twice: under one key it counts once. */
  key?: string
}

/**
 * Runs an act that takes seats. Keys and proven mailboxes pass without a look: how much one person may have of an
 * event is decided with its stock. An unproven mailbox costs nothing, so it holds a few seats in all, and those of
 * one network together do not empty an event.
 */
export async function withinSeatLimits<T>(
  ctx: Context,
  wish: SeatWish,
  act: () => Promise<T>,
  isBegun: () => Promise<boolean> = async () => false,
): Promise<T> {
  const { caller } = wish
  if (caller.kind !== 'user' || caller.isProven) return act()
  const passes = await seatPassesOf(ctx, caller, wish)
  try {
    const used = await passLimits(ctx, passes)
    const charged = passes.filter(({ limit }) => used[limit] !== undefined)
    return await settle(ctx, charged, act)
  } catch (fault) {
    if (fault instanceof PassRefused && (await isBegun())) return act()
    throw fault
  }
}

/** Seats that were taken are counted as holds or tickets from now on; seats that were not are given back. */
async function settle<T>(ctx: Context, passes: readonly Pass[], act: () => Promise<T>): Promise<T> {
  try {
    const done = await act()
    await returnToLimits(
      ctx,
      passes.filter(({ limit }) => limit === 'seats.mailbox'),
    )
    return done
  } catch (fault) {
    await returnToLimits(ctx, passes)
    throw fault
  }
}

async function seatPassesOf(
  ctx: Context,
  { email }: UserCaller,
  { items, visitor, key }: SeatWish,
): Promise<Pass[]> {
  const ids = items.map(({ ticketTypeId }) => ticketTypeId)
  // Of whatever organization: only that they cost something, and at which event, is looked at.
  const wanted = await acrossOrganizations(() => findWantedTypes(ctx.database.reader, ids))
  const cost = items.reduce((sum, { quantity }) => sum + quantity, 0)
  if (!wanted || cost === 0) return []
  const ofNetwork = `${visitor.network} ${wanted.eventId}`
  const pass = (limit: LimitName, of: string): Pass => ({
    limit,
    of,
    cost,
    ...(key !== undefined && { once: key }),
  })
  return [
    pass('seats.mailbox', email),
    pass('seats.network', ofNetwork),
    ...(wanted.isPriced ? [pass('seats.network.unpaid', ofNetwork)] : []),
  ]
}
