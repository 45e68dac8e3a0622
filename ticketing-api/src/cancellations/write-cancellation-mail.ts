import type { Mail } from '../gateways/mailer.ts'
import { html } from '../html.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'
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
  const subject = fill(said.subject, { ...event })
  return {
    to: told.buyerEmail,
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:36em;margin:0 auto">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>
</body></html>`.text,
    pictures: [],
  }
}
