import type { PaymentId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import { settleMatter } from '../matters/settle-matter.ts'

/** Safaricom has said after all how it ended. */
export async function settleUndecided(tx: Tx, id: PaymentId, verdict: string): Promise<void> {
  await settleMatter(tx, {
    kind: 'payment_undecided',
    subject: 'payment',
    subjectId: id,
    note: `M-Pesa said after all how it ended: ${verdict}`,
  })
}
