import { useWords } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'

interface PaybillProps {
  shortcode: string
  account: string
  amount: number
}

/** The way by hand, on any phone that has M-Pesa. */
export function Paybill({ shortcode, account, amount }: PaybillProps) {
  const { say, language } = useWords()
  const lines = [
    { name: say('paybill.number'), value: shortcode, copy: shortcode },
    { name: say('paybill.account'), value: account, copy: account },
    { name: say('paybill.amount'), value: formatMoney(amount, language), copy: String(amount) },
  ]
  return (
    <>
      <p>{say('paybill.how')}</p>
      <dl className="paybill">
        {lines.map(({ name, value, copy }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong className="code">{value}</strong>
              <button type="button" hidden className="plain" data-copy={copy} data-done={say('copy.done')}>
                {say('copy.copy')}
                <span className="sr-only"> {name}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{say('paybill.after')}</p>
    </>
  )
}
