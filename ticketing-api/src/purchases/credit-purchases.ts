import { toCents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import { book } from '../ledger/book.ts'
import type { LockedPurchase } from './lock-purchase.ts'
import { type Receiving, receivedFor } from './postings.ts'

export interface Credit extends Receiving {
  purchase: LockedPurchase
}

/**
 * Money came in, for each purchase once. It is held for the purchase until that is completed, or has ended.
 * @returns the purchases with it
 */
export async function creditPurchases(tx: Tx, credits: readonly Credit[]): Promise<LockedPurchase[]> {
  await book(
    tx,
    credits.map((credit) => receivedFor(credit.purchase, credit)),
  )
  return credits.map(({ purchase, cents }) => ({
    ...purchase,
    paidCents: toCents(purchase.paidCents + cents),
    heldCents: toCents(purchase.heldCents + cents),
  }))
}
