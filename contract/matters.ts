import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, pageOf } from './events.ts'
import { eventId, matterId, organizationId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { prose } from './values/text.ts'

/** What can need a person. Kinds are added, never renamed. */
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

/** Something that the product cannot settle by itself: a person looks at it, acts, and resolves it. */
export const matter = z.object({
  id: matterId,
  kind: matterKind,
  /** What its kind means, and what to do: in the caller's language. */
  title: z.string(),
  detail: z.string(),
  /** A noun of this contract (`purchase`, `payment`, `event`), or the name of a thing inside (`queue`, `view`, `limit`). */
  subject: z.string(),
  /** Of a noun of this contract, the id by which its own calls know it. */
  subjectId: z.string(),
  /** Null where it concerns the installation alone. */
  organizationId: organizationId.nullable(),
  eventId: eventId.nullable(),
  /** What to act on: `amount` in shillings, `account` as the M-Pesa statement names it, `because`, and the like. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  since: instant,
  resolvedAt: instant.nullable(),
  /** The person (`user_…`) or the key (`key_…`) that resolved it; neither where the news that was missing came after all. */
  resolvedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type Matter = z.output<typeof matter>

export const listMatters = endpoint({
  method: 'GET',
  path: '/matters',
  summary: 'What needs a person, newest first: open matters, or with `state=resolved` those that are done',
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
  summary: 'Say that a matter is dealt with, and how; the first who says so stands in the record',
  actor: ['admin', 'key', 'platform'],
  params: z.object({ id: matterId }),
  body: z.object({ note: prose(2000).optional() }).default({}),
  status: 200,
  reply: matter,
  refusals: ['not_found'],
})
