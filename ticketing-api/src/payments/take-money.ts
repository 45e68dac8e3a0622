import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { completePurchases } from '../purchases/complete-purchases.ts'
import { type Credit, creditPurchases } from '../purchases/credit-purchases.ts'
import { oweSurplus } from '../purchases/owe-surplus.ts'
import { tellOfOwedMoney } from '../purchases/tell-of-owed-money.ts'
import { isPaidInFull } from './rules.ts'

/** Every shilling has a home: tickets, or money that is owed back. One taking a purchase, in the order of their coming. */
export async function takeMoney(ctx: Context, tx: Tx, takings: readonly Credit[]): Promise<void> {
  const credited = await creditPurchases(tx, takings)
  const full = credited.filter(isPaidInFull)
  const completed = await completePurchases(
    ctx,
    tx,
    full.map(({ id }) => id),
  )
  const others = credited.filter((one) => !full.includes(one) && one.status !== 'pending_payment')
  await oweSurplus(tx, others)
  const isExact = ({ paidCents, totalCents, owedCents }: Credit['purchase']) =>
    paidCents === totalCents && owedCents === 0
  const told = [...full.filter((one) => !completed.has(one.id) || !isExact(one)), ...others]
  for (const one of told) await tellOfOwedMoney(ctx, tx, one)
}
