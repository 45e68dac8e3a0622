import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, pageOf } from './events.ts'
import { eventId, matterId, organizationId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { prose } from './values/text.ts'

/** Kinds of matters. Kinds are added, never renamed. */
export const matterKind = z.enum([
  'money_owed_back',
  'payment_undecided',
  'payment_contradiction',
  'payment_short',
  'receipt_taken',
  'dead_job',
  'broken_invariant',
  'seats_recounted',
  'password_guessing',
  'prompts_used_up',
  'worker_silent',
  'webhook_failing',
])
export type MatterKind = z.output<typeof matterKind>

/** Something that the system cannot settle by itself: a person checks it, acts, and resolves it. */
export const matter = z.object({
  id: matterId,
  kind: matterKind,
  /** What its kind means and what to do, in the caller's language. */
  title: z.string(),
  detail: z.string(),
  /** A noun of this contract (`purchase`, `payment`, `event`) or an internal thing (`queue`, `view`, `limit`). */
  subject: z.string(),
  /** For a noun of this contract, the id that its own calls use. */
  subjectId: z.string(),
  /** Null if it concerns only the installation. */
  organizationId: organizationId.nullable(),
  eventId: eventId.nullable(),
  /** The facts to act on: `amount` in shillings, `account` as in the M-Pesa statement, `because`, and so on. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  since: instant,
  resolvedAt: instant.nullable(),
  /** The person (`user_…`) or key (`key_…`) that resolved it; null if the missing information arrived after all. */
  resolvedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type Matter = z.output<typeof matter>

export const listMatters = endpoint({
  method: 'GET',
  path: '/matters',
  summary:
    "What needs a person's attention, newest first: open matters, or resolved ones with `state=resolved`",
  actor: ['admin', 'key', 'platform'],
  query: z.object({
    ...page,
    kind: matterKind.optional(),
    state: z.enum(['open', 'resolved']).default('open'),
    eventId: eventId.optional(),
  }),
  status: 200,
  reply: pageOf(matter),
  refusals: [],
})

export const resolveMatter = endpoint({
  method: 'POST',
  path: '/matters/{id}/resolve',
  summary: 'Resolve a matter and say how; the first person to resolve it is recorded',
  actor: ['admin', 'key', 'platform'],
  params: z.object({ id: matterId }),
  body: z.object({ note: prose(2000).optional() }).default({}),
  status: 200,
  reply: matter,
  refusals: ['not_found'],
})
