import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import type { Mail } from '../gateways/mailer.ts'
import { html } from '../html.ts'
import { tellPrice } from '../locales/tell-price.ts'
import { fill, words } from '../locales/words.ts'
import { type LockedPurchase, lockPurchase } from '../purchases/lock-purchase.ts'
import { owedCents } from '../purchases/owed-cents.ts'
import { findMailFacts, type MailFacts } from './store.ts'

export interface OwedBackMail {
  purchaseId: PurchaseId
  /** One mail a job, so that a retry for one reader sends the other nothing. */
  reader: 'buyer' | 'organiser'
}

/** Tells the buyer, or the organiser, that money came in which buys nothing. */
export async function mailOwedBack(ctx: Context, { purchaseId, reader }: OwedBackMail): Promise<void> {
  const found = await ctx.database.transaction(async (tx) => ({
    purchase: await lockPurchase(tx, purchaseId),
    facts: await findMailFacts(tx, purchaseId),
  }))
  const { purchase, facts } = found
  // Paid back in the meantime: nothing to tell.
  if (!purchase || !facts || owedCents(purchase) === 0) return
  await ctx.mailer.send(writeMail(purchase, facts, reader))
}

export function writeMail(purchase: LockedPurchase, facts: MailFacts, reader: OwedBackMail['reader']): Mail {
  // An organization has said no language of its own.
  const locale = reader === 'buyer' ? purchase.locale : 'en'
  const said = words(locale).payments.owedMail[reader]
  const price = (cents: number) => tellPrice(cents, locale)
  const hasTickets = purchase.status === 'completed'
  const values = {
    owed: price(owedCents(purchase)),
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
