import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import type { WirePurchase } from '../holdings.ts'
import { Hold } from '../payment/hold.tsx'

interface PendingPurchaseProps {
  purchase: WirePurchase
  /** A phone is being asked for the PIN. */
  isPrompted: boolean
  timezone: string
  now: string
}

/** An order that waits for its money, or for the answer of the phone that is being asked. */
export function PendingPurchase({ purchase, isPrompted, timezone, now }: PendingPurchaseProps) {
  const { say, language } = useWords()
  const names = purchase.items.map((item) =>
    item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name,
  )
  const amount = formatMoney(purchase.totalAmount, language)
  return (
    <div className="card pending">
      <div>
        <h2>{isPrompted ? say('tickets.asking') : say('tickets.pending')}</h2>
        <p>
          {names.join(' + ')} · {amount}
        </p>
        {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
      </div>
      <a className="button" href={isPrompted ? `/pay/${purchase.id}/waiting` : `/pay/${purchase.id}`}>
        {isPrompted ? say('tickets.seeHow') : say('tickets.payNow', { amount })}
      </a>
    </div>
  )
}
