import type { Mail } from '../gateways/mailer.ts'
import { html } from '../html.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
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
  const paragraphs = told.map((text) => fill(text, values))
  const subject = fill(said.subject, values)
  return {
    to: reader === 'buyer' ? purchase.buyerEmail : facts.organizationEmail,
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: drawMail(locale, subject, paragraphs),
    pictures: [],
  }
}

function drawMail(locale: string, subject: string, paragraphs: readonly string[]): string {
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:36em;margin:0 auto">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>
</body></html>`.text
}
