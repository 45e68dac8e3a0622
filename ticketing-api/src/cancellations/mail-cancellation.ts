import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import type { Mail } from '../gateways/mailer.ts'
import { html } from '../html.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import { type LockedPurchase, lockPurchase } from '../purchases/lock-purchase.ts'
import { owedCents } from '../purchases/owed-cents.ts'
import { findEventFacts, type MailedEvent } from './store.ts'

export interface CancellationMail {
  purchaseId: PurchaseId
  hadTickets: boolean
}

/** Tells a buyer that the event will not take place, what becomes of their tickets, and who owes them what. */
export async function mailCancellation(
  ctx: Context,
  { purchaseId, hadTickets }: CancellationMail,
): Promise<void> {
  const { purchase, event } = await ctx.database.transaction(async (tx) => ({
    purchase: await lockPurchase(tx, purchaseId),
    event: await findEventFacts(tx, purchaseId),
  }))
  if (purchase && event) await ctx.mailer.send(writeCancellationMail({ purchase, event, hadTickets }))
}

interface Parts {
  purchase: LockedPurchase
  event: MailedEvent
  hadTickets: boolean
}

export function writeCancellationMail({ purchase, event, hadTickets }: Parts): Mail {
  const { locale, account } = purchase
  const said = words(locale).payments.cancelledMail
  const owed = owedCents(purchase)
  const values = { ...event, account, owed: tellPrice(owed, locale) }
  const texts = [
    said.opening,
    hadTickets ? said.hadTickets : said.waiting,
    owed > 0 ? said.owed : said.question,
  ]
  const paragraphs = texts.map((text) => fill(text, values))
  const subject = fill(said.subject, values)
  return {
    to: purchase.buyerEmail,
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
