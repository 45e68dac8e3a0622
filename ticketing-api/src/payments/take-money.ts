import { type Cents, toCents } from '@event-sphere/contract/values/money'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { completePurchases } from '../purchases/complete-purchases.ts'
import { creditPurchases } from '../purchases/credit-purchases.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import { owedCents } from '../purchases/owed-cents.ts'
import { tellOfOwedMoney } from '../purchases/tell-of-owed-money.ts'
import { isPaidInFull } from './rules.ts'

export interface Taking {
  purchase: LockedPurchase
  cents: Cents
}

/** Every shilling has a home: tickets, or money that is owed back. One taking a purchase, in the order of their coming. */
export async function takeMoney(ctx: Context, tx: Tx, takings: readonly Taking[]): Promise<void> {
  await creditPurchases(
    tx,
    takings.map(({ purchase: { id }, cents }) => ({ id, cents })),
  )
  const credited = takings.map(({ purchase, cents }) => ({
    ...purchase,
    paidCents: toCents(purchase.paidCents + cents),
  }))
  const full = credited.filter(isPaidInFull)
  const completed = await completePurchases(
    ctx,
    tx,
    full.map(({ id }) => id),
  )
  const ended = credited.map((one): LockedPurchase => {
    if (!full.includes(one)) return one
    return { ...one, status: completed.has(one.id) ? 'completed' : 'owed_back' }
  })
  for (const one of ended) if (owedCents(one) > 0) await tellOfOwedMoney(ctx, tx, one)
}
