import { type PurchaseId, purchaseId, ticketTypeId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import { refuse } from '../call/refuse.ts'
import type { Limit } from '../purchases/buying-limits.ts'

/** Names the limit and how much of it is used up, and the caller's purchase that waits for money, if there is one. */
export const limitRefusal = (limit: Limit, openId?: PurchaseId) =>
  refuse('limit_reached', {
    limit: { ...limit, ticketTypeId: z.encode(ticketTypeId, limit.ticketTypeId) },
    ...waitsFor(openId),
  })

export const waitsFor = (openId: PurchaseId | undefined) =>
  openId ? { purchaseId: z.encode(purchaseId, openId) } : {}
