import { useWords } from '../../locales/words.ts'
import { formatDated, formatMoney } from '../../ui/formats.ts'
import type { WirePurchase } from '../holdings.ts'
import { readOwed } from './read-receipt.ts'

/** Lists what the person has paid for, with or without a valid ticket, and links to each receipt. */
export function ReceiptList({ paid, timezone }: { paid: WirePurchase[]; timezone: string }) {
  const { say, language } = useWords()
  if (paid.length === 0) return null
  return (
    <div className="card receipts no-print">
      <h2>{say('receipt.list')}</h2>
      <ul>
        {paid.map((purchase) => (
          <li key={purchase.id}>
            <a href={`/receipts/${purchase.id}`}>
              {purchase.items.map(({ name }) => name).join(' + ')} ·{' '}
              {formatMoney(purchase.paidAmount, language)}
            </a>{' '}
            <small>{formatDated(purchase.completedAt ?? purchase.createdAt, timezone, language)}</small>{' '}
            {readOwed(purchase) && <strong>{say('lost.owed_back.title')}</strong>}
          </li>
        ))}
      </ul>
    </div>
  )
}
