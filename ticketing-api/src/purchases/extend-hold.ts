import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import { extendHold as extendSeats } from '../seats/hold-seats.ts'

/** Keeps the seats of a purchase while its payment is not decided. */
export async function extendHold(tx: Tx, id: PurchaseId, until: Date): Promise<void> {
  await sql`update purchases set expires_at = ${until} where id = ${id} and status = 'pending_payment'`.execute(
    tx,
  )
  await extendSeats(tx, id, until)
}
