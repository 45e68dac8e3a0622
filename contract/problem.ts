import { z } from 'zod'
import { type RefusalCode, refusals } from './refusals.ts'

const codes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]

/** RFC 9457. `title` and `detail` are for people, in the requested language; `code` is for programs. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  /** With `sale_closed`: whether the sale has not started or has ended. */
  saleState: z.enum(['not_started', 'ended']).optional(),
  /** With `requirement_missing`: the ticket types that must be held or bought together. */
  requires: z.array(z.string()).optional(),
  /** With `total_changed`: what it costs now, in shillings. */
  totalAmount: z.number().optional(),
  /** With `limit_reached`: the ticket type, its limit, and how many the buyer owns or has waiting. */
  limit: z.object({ ticketTypeId: z.string(), most: z.int(), owned: z.int(), waiting: z.int() }).optional(),
  /** With `limit_reached` and `too_many_unpaid`: the caller's purchase that awaits payment. */
  purchaseId: z.string().optional(),
  /** With `payment_in_progress`, `phone_busy`, `same_amount_just_paid`, `rate_limited`, `sign_in_by_link`, `payment_provider_refused` and `mailbox_unproven`: when to try again. */
  retryAt: z.string().optional(),
})
export type Problem = z.infer<typeof problem>
