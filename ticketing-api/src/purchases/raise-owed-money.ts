import type { Tx } from '@event-sphere/kit/database/database'
import { raiseMatter } from '../matters/raise-matter.ts'
import { owedCents } from './owed-cents.ts'
import { findEventOf, type PurchaseRow } from './store.ts'

/** Puts money that has to go back before a person; false if there is none. */
export async function raiseOwedMoney(tx: Tx, purchase: PurchaseRow): Promise<boolean> {
  const owed = owedCents(purchase)
  if (owed === 0) return false
  const event = await findEventOf(tx, purchase.id)
  await raiseMatter(tx, {
    kind: 'money_owed_back',
    subject: 'purchase',
    subjectId: purchase.id,
    organizationId: purchase.organizationId,
    eventId: purchase.eventId,
    facts: {
      amount: owed / 100,
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
