import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { dueOf } from '../payment/due-of.ts'
import type { PaidFor } from '../payment/find-payments.ts'
import { readOwed } from './read-receipt.ts'

/** What happened to the money, unless the purchase is simply paid. */
export function Standing({ purchase }: { purchase: PaidFor }) {
  const { say, language } = useWords()
  const owed = readOwed(purchase)
  const amount = formatMoney(owed?.amount ?? 0, language)
  if (owed?.isOverpaid) return <Notice kind="note" title={say('receipt.overpaid', { amount })} />
  if (owed) {
    return (
      <Notice kind="note" title={say('lost.owed_back.title')}>
        <p>{say('lost.owed_back.text', { amount })}</p>
      </Notice>
    )
  }
  if (purchase.status === 'pending_payment') {
    return (
      <Notice
        kind="note"
        title={say('receipt.missing', { amount: formatMoney(dueOf(purchase), language) })}
      />
    )
  }
  if (purchase.status === 'refunded') return <Notice kind="note" title={say('lost.refunded.title')} />
  if (purchase.status === 'partially_refunded') return <Notice kind="note" title={say('receipt.partly')} />
  return null
}
