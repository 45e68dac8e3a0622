import type { Mail } from '../gateways/mailer.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import { writeLetter } from '../write-letter.ts'
import type { MailedEvent } from './store.ts'

export interface Ended {
  purchase: LockedPurchase
  hadTickets: boolean
}

interface Parts {
  told: LockedPurchase
  ended: readonly Ended[]
  event: MailedEvent
}

/** One mail about everything that a mailbox had at the event. */
export function writeCancellationMail({ told, ended, event }: Parts): Mail {
  const { locale } = told
  const said = words(locale).payments.cancelledMail
  const texts = ended.flatMap(({ purchase, hadTickets }) => {
    const { account } = purchase
    const owed = purchase.owedCents
    if (owed > 0) return [fill(said.owed, { ...event, account, owed: tellPrice(owed, locale) })]
    return hadTickets ? [] : [fill(said.waiting, { account })]
  })
  const hadTickets = ended.some((one) => one.hadTickets)
  const isOwed = ended.some(({ purchase }) => purchase.owedCents > 0)
  const paragraphs = [
    fill(said.opening, { ...event }),
    ...(hadTickets ? [said.hadTickets] : []),
    ...texts,
    ...(isOwed ? [] : [fill(said.question, { ...event })]),
  ]
  return writeLetter({ to: told.buyerEmail, locale, subject: fill(said.subject, { ...event }), paragraphs })
}
