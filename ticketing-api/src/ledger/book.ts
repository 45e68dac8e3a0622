import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import type { Account, Posting } from './posting.ts'
import { type EntryRow, insertEntries } from './store.ts'

/** Writes postings, each whole and all in one statement; nobody changes them afterwards. */
export async function book(tx: Tx, postings: readonly Posting[]): Promise<void> {
  const rows = postings.flatMap(entriesOf)
  if (rows.length > 0) await insertEntries(tx, rows)
}

function entriesOf(posting: Posting): EntryRow[] {
  const { cause, organizationId, purchaseId, paymentId = null, receipt = null } = posting
  const postingId = newUuid()
  return Object.entries(posting.entries)
    .filter(([, cents]) => cents !== 0)
    .map(([account, cents]) => ({
      postingId,
      account: account as Account,
      cents,
      cause,
      organizationId,
      purchaseId,
      paymentId,
      receipt,
    }))
}
