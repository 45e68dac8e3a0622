import { useWords, type WordKey } from '../../locales/words.ts'
import { formatMoney } from '../../ui/formats.ts'
import type { PaidFor } from './find-payments.ts'

const stories = ['expired', 'cancelled', 'owed_back', 'refunded'] as const
type Story = (typeof stories)[number]

/** Part of its money is here although it was cancelled or has run out: that goes back, and nothing matters more. */
function storyOf({ status, paidAmount }: PaidFor): Story {
  const known = stories.find((story) => story === status) ?? 'refunded'
  return known !== 'refunded' && paidAmount > 0 ? 'owed_back' : known
}

/** A purchase that cannot be paid any more: why, and what to do now. */
export function LostPurchase({ purchase, slug }: { purchase: PaidFor; slug: string }) {
  const { say, language } = useWords()
  const story = storyOf(purchase)
  const words = (part: 'title' | 'text'): WordKey => `lost.${story}.${part}`
  const canChooseAgain = story === 'expired' || story === 'cancelled'
  return (
    <section className="narrow">
      <h1>{say(words('title'))}</h1>
      <p className="lead">{say(words('text'), { amount: formatMoney(purchase.paidAmount, language) })}</p>
      <div className="actions">
        {canChooseAgain && (
          <a className="button" href={slug ? `/choose?event=${slug}` : '/choose'}>
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
