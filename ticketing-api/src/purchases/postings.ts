import type { PaymentId } from '@event-sphere/contract/values/ids'
import { type Cents, noCents, toCents } from '@event-sphere/contract/values/money'
import type { Cause, Posting } from '../ledger/posting.ts'
import type { PurchaseRow } from './store.ts'

/** What M-Pesa moved for a purchase. */
export interface Receiving {
  cents: Cents
  paymentId: PaymentId
  /** Null if the payment is known by a query, which tells none. */
  receipt: string | null
}

type Whose = Pick<PurchaseRow, 'id' | 'organizationId'>
type Resting = Pick<PurchaseRow, 'heldCents' | 'earnedCents' | 'owedCents'>
type Funded = Whose & Resting

/** Money came in, and is held for what it is to buy. */
export const receivedFor = (purchase: Whose, { cents, paymentId, receipt }: Receiving): Posting => ({
  ...postingOf(purchase, 'received'),
  paymentId,
  receipt,
  entries: { mpesa: cents, held_for: toCents(-cents) },
})

/** The price is earned, of all that is there; what is more is owed back. */
export const earnedBy = (purchase: Funded & Pick<PurchaseRow, 'totalCents'>): Posting =>
  moved(purchase, 'completed', {
    heldCents: noCents,
    earnedCents: purchase.totalCents,
    owedCents: toCents(allOf(purchase) - purchase.totalCents),
  })

/** What is held buys nothing; what is earned stays. */
export const heldIsOwed = (purchase: Funded, cause: Cause): Posting =>
  moved(purchase, cause, {
    ...purchase,
    heldCents: noCents,
    owedCents: toCents(purchase.heldCents + purchase.owedCents),
  })

/** Nothing is bought any more: all of it goes back. */
export const allIsOwed = (purchase: Funded, cause: Cause): Posting =>
  moved(purchase, cause, { heldCents: noCents, earnedCents: noCents, owedCents: toCents(allOf(purchase)) })

const allOf = ({ heldCents, earnedCents, owedCents }: Resting) => heldCents + earnedCents + owedCents

const postingOf = ({ id, organizationId }: Whose, cause: Cause) => ({ cause, organizationId, purchaseId: id })

/** What is whose stands on the credit side: more of it is less here. */
const moved = (before: Funded, cause: Cause, after: Resting): Posting => ({
  ...postingOf(before, cause),
  entries: {
    held_for: toCents(before.heldCents - after.heldCents),
    earned: toCents(before.earnedCents - after.earnedCents),
    owed_back: toCents(before.owedCents - after.owedCents),
  },
})
