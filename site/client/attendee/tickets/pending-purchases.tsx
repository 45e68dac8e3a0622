import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import type { WirePurchase } from '../holdings.ts'
import { dueOf } from '../payment/due-of.ts'
import { Hold } from '../payment/hold.tsx'

interface PendingPurchasesProps {
  pending: WirePurchase[]
  /** Ids of those with an open prompt. */
  prompted: string[]
  timezone: string
  now: string
}

/** Unpaid orders, including those with an open prompt. */
export const PendingPurchases = ({ pending, prompted, ...seen }: PendingPurchasesProps) =>
  pending.map((purchase) => (
    <PendingPurchase
      key={purchase.id}
      purchase={purchase}
      isPrompted={prompted.includes(purchase.id)}
      {...seen}
    />
  ))

interface PendingPurchaseProps {
  purchase: WirePurchase
  isPrompted: boolean
  timezone: string
  now: string
}

function PendingPurchase({ purchase, isPrompted, timezone, now }: PendingPurchaseProps) {
  const { say, language } = useWords()
  const names = purchase.items.map((item) =>
    item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name,
  )
  const amount = formatMoney(dueOf(purchase), language)
  return (
    <div className="card card-row no-print">
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
