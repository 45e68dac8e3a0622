import { useWords, type WordKey } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import type { EventOfPurchase, PaidFor, WirePayment } from './find-payments.ts'
import { isOpen } from './read-stage.ts'
import { ReloadAt } from './reload-at.tsx'

const stories = ['expired', 'cancelled', 'owed_back', 'refunded'] as const
type Story = (typeof stories)[number]

const refreshSeconds = 5

/** If money came in for a cancelled or expired order, it is owed back, and that is the most important fact. */
function storyOf({ status, paidAmount }: PaidFor): Story {
  const known = stories.find((story) => story === status) ?? 'refunded'
  return known !== 'refunded' && paidAmount > 0 ? 'owed_back' : known
}

interface LostPurchaseProps {
  purchase: PaidFor
  event: EventOfPurchase
  /** The newest attempt to pay it. */
  payment: WirePayment | undefined
  now: string
}

/** A purchase that can no longer be paid: why, and what to do now. */
export function LostPurchase({ purchase, event, payment, now }: LostPurchaseProps) {
  const { say, language } = useWords()
  const story = storyOf(purchase)
  const words = (part: 'title' | 'text'): WordKey => `lost.${story}.${part}`
  const amount = formatMoney(purchase.paidAmount, language)
  const isUnpaid = story === 'expired' || story === 'cancelled'
  const canChooseAgain = isUnpaid && !event.isCancelled
  return (
    <section className="narrow">
      <h1>{isUnpaid && event.isCancelled ? say('event.cancelled') : say(words('title'))}</h1>
      <p className="lead">
        {isUnpaid && event.isCancelled ? say('lost.withEvent') : say(words('text'), { amount })}
      </p>
      {payment && isOpen(payment, now) && <StillOpen payment={payment} now={now} />}
      <div className="actions">
        {canChooseAgain && (
          <a className="button" href={event.slug ? `/choose?event=${event.slug}` : '/choose'}>
            {say('lost.again')}
          </a>
        )}{' '}
        <a className={canChooseAgain ? 'button button-quiet' : 'button'} href="/tickets">
          {say('event.seeTickets')}
        </a>
      </div>
    </section>
  )
}

/** The order has ended, but its prompt cannot be recalled: a buyer who enters the PIN now pays for nothing. */
function StillOpen({ payment, now }: { payment: WirePayment; now: string }) {
  const { say } = useWords()
  return (
    <div>
      <noscript>
        <meta httpEquiv="refresh" content={String(refreshSeconds)} />
      </noscript>
      <Notice kind="fault" title={say('lost.prompted', { phone: payment.phoneMasked })}>
        <p>{say('lost.promptedText')}</p>
      </Notice>
      {payment.retryAt && <ReloadAt at={payment.retryAt} now={now} />}
    </div>
  )
}
