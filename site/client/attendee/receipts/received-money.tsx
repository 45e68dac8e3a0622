import { useWords } from '../../locales/words.ts'
import { formatDated, formatMoney } from '../../ui/formats.ts'
import type { Received } from './read-receipt.ts'

interface ReceivedMoneyProps {
  money: Received
  /** True if it is the only payment, whose amount is shown above already. */
  isOnly: boolean
  timezone: string
}

/** One payment, with the details of M-Pesa's own SMS. */
export function ReceivedMoney({ money, isOnly, timezone }: ReceivedMoneyProps) {
  const { say, language } = useWords()
  return (
    <dl>
      {!isOnly && (
        <div>
          <dt>{say('receipt.paid')}</dt> <dd>{formatMoney(money.amount, language)}</dd>
        </div>
      )}
      {money.receipt && (
        <div>
          <dt>{say('receipt.number')}</dt> <dd className="code">{money.receipt}</dd>
        </div>
      )}
      <div>
        <dt>{say('receipt.at')}</dt> <dd>{formatDated(money.at, timezone, language)}</dd>
      </div>
      <div>
        <dt>{say('receipt.phone')}</dt> <dd>{money.phoneMasked}</dd>
      </div>
    </dl>
  )
}
