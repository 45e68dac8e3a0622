import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import type { Caller } from '../call/caller.ts'
import { findRow, type OwnerClause, ownedBy, type PurchaseRow } from './store.ts'

/** The purchase, if it is this caller's to see. */
export async function findOwnedPurchase(
  reader: Reader,
  caller: Caller,
  id: PurchaseId,
): Promise<PurchaseRow | undefined> {
  for (const owner of ownersOf(caller)) {
    const row = await findRow(reader, owner, id)
    if (row) return row
  }
  return undefined
}

/** A customer sees their own, an administrator their organization's, a key its organization's guests'. */
function ownersOf(caller: Caller): OwnerClause[] {
  if (caller.kind === 'public') return []
  if (caller.kind === 'key') return [ownedBy({ guestsOf: caller.organizationId })]
  const own = ownedBy({ userId: caller.userId })
  const isAdmin = caller.roles.includes('admin') && caller.organizationId !== null
  return isAdmin && caller.organizationId ? [own, ownedBy({ staffOf: caller.organizationId })] : [own]
}
