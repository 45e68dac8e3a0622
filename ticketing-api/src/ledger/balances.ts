import { type Cents, noCents } from '@event-sphere/contract/values/money'

/** Sums of a purchase's entries. All that came in is held, earned or owed back. */
export interface Balances {
  /** Everything that came in for it, wherever it is now. */
  paidCents: Cents
  heldCents: Cents
  earnedCents: Cents
  /** Received but buys nothing: it goes back to the payer. */
  owedCents: Cents
}

export const noMoney: Balances = {
  paidCents: noCents,
  heldCents: noCents,
  earnedCents: noCents,
  owedCents: noCents,
}
