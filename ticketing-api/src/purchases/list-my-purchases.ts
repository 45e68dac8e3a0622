import { type EventId, purchaseId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { readCursor } from '../call/read-cursor.ts'
import { refuse } from '../call/refuse.ts'
import { dealingWith } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { describePurchases } from './describe-purchases.ts'
import type { PurchaseRow } from './store.ts'
import { listRows } from './store.ts'

interface Page {
  limit: number
  after?: string | undefined
  eventId?: EventId | undefined
}

/** The caller's own, newest first, a page at a time. A list draws no pictures: each has an address of its own. */
export async function listMyPurchases(ctx: Context, caller: Caller, page: Page, isMinimal: boolean) {
  if (caller.kind !== 'user') throw refuse('forbidden')
  const after = readCursor(purchaseId, page.after)
  const rows = await listRows(ctx.database.reader, caller.userId, {
    limit: page.limit + 1,
    after,
    eventId: page.eventId,
  })
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return {
    items: await describeEach(ctx, shown, isMinimal),
    next: last ? z.encode(purchaseId, last.id) : null,
  }
}

/** In their order; what belongs to each is read in the scope of its organization. */
async function describeEach(ctx: Context, rows: readonly PurchaseRow[], isMinimal: boolean) {
  const groups = Map.groupBy(rows, ({ organizationId }) => organizationId)
  const described = await Promise.all(
    [...groups].map(([organizationId, own]) =>
      dealingWith(organizationId, () => describePurchases(ctx.database.reader, own, isMinimal)),
    ),
  )
  const byId = new Map(described.flat().map((purchase) => [purchase.id, purchase]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}
