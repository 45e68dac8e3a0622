import type { Mail } from '../gateways/mailer.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
import { writeLetter } from '../write-letter.ts'
import type { MailFacts } from './store.ts'

export function writeOwedBackMail(
  purchase: LockedPurchase,
  facts: MailFacts,
  reader: 'buyer' | 'organiser',
): Mail {
  // An organization has said no language of its own.
  const locale = reader === 'buyer' ? purchase.locale : 'en'
  const said = words(locale).payments.owedMail[reader]
  const price = (cents: number) => tellPrice(cents, locale)
  const hasTickets = purchase.status === 'completed'
  const values = {
    owed: price(purchase.owedCents),
    paid: price(purchase.paidCents),
    total: price(purchase.totalCents),
    account: purchase.account,
    event: facts.eventTitle,
    organization: facts.organizationName,
    email: facts.organizationEmail,
    buyer: purchase.buyerEmail,
  }
  const told = [said.opening, hasTickets ? said.withTickets : said.withoutTickets, said.owed]
  return writeLetter({
    to: reader === 'buyer' ? purchase.buyerEmail : facts.organizationEmail,
    locale,
    subject: fill(said.subject, values),
    paragraphs: told.map((text) => fill(text, values)),
  })
}
