import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import type { WirePurchase } from '../holdings.ts'
import { Hold } from '../payment/hold.tsx'

interface PendingPurchaseProps {
  purchase: WirePurchase
  timezone: string
  now: string
}

export function PendingPurchase({ purchase, timezone, now }: PendingPurchaseProps) {
  const { say, language } = useWords()
  return (
    <div className="card pending">
      <div>
        <h2>{say('tickets.pending')}</h2>
        <p>{purchase.items.map((item) => item.name).join(' + ')}</p>
        {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
      </div>
      <a className="button" href={`/pay/${purchase.id}`}>
        {say('tickets.payNow', { amount: formatMoney(purchase.totalAmount, language) })}
      </a>
    </div>
  )
}
