import { type EventId, purchaseId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { describePurchases } from './describe-purchases.ts'
import { listRows } from './store.ts'

interface Page {
  limit: number
  after?: string | undefined
  eventId?: EventId | undefined
}

/** The caller's own, newest first, a page at a time. A list draws no pictures: each has an address of its own. */
export async function listMyPurchases(ctx: Context, caller: Caller, page: Page, isMinimal: boolean) {
  if (caller.kind !== 'user') throw refuse('forbidden')
  const after = readCursor(page.after)
  const rows = await listRows(ctx.database.reader, caller.userId, {
    limit: page.limit + 1,
    after,
    eventId: page.eventId,
  })
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return {
    items: await describePurchases(ctx.database.reader, shown, isMinimal),
    next: last ? z.encode(purchaseId, last.id) : null,
  }
}

function readCursor(after: string | undefined): string | undefined {
  if (after === undefined) return undefined
  const read = purchaseId.safeParse(after)
  if (!read.success)
    throw refuse('invalid_request', {
      errors: [{ pointer: '/query/after', fault: 'cursor_unknown' }],
    })
  return read.data
}
