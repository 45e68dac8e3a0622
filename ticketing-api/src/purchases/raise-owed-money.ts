import type { Tx } from '@event-sphere/kit/database/database'
import { raiseMatter } from '../matters/raise-matter.ts'
import { settleMatter } from '../matters/settle-matter.ts'
import { findEventOf, type PurchaseRow } from './store.ts'

/** Puts money that has to go back before a person, or takes that back if there is none any more; false then. */
export async function raiseOwedMoney(tx: Tx, purchase: PurchaseRow): Promise<boolean> {
  const matter = { kind: 'money_owed_back', subject: 'purchase', subjectId: purchase.id } as const
  if (purchase.owedCents === 0) {
    await settleMatter(tx, { ...matter, note: 'The rest of the price came, and the tickets were issued.' })
    return false
  }
  const event = await findEventOf(tx, purchase.id)
  await raiseMatter(tx, {
    ...matter,
    organizationId: purchase.organizationId,
    eventId: purchase.eventId,
    facts: {
      amount: purchase.owedCents / 100,
      account: purchase.account,
      because: event?.status === 'cancelled' ? 'event_cancelled' : becauseOf(purchase),
      buyer: purchase.buyerEmail,
      event: event?.title ?? null,
    },
  })
  return true
}

function becauseOf({ status }: PurchaseRow): string {
  if (status === 'owed_back') return 'no_seats'
  if (status === 'expired') return 'part_paid_and_expired'
  return status === 'cancelled' ? 'part_paid_and_given_up' : 'paid_too_much'
}
