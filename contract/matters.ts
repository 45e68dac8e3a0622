import { z } from 'zod'

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
])
export type MatterKind = z.output<typeof matterKind>
