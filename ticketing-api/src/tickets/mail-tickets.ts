import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Context } from '../context.ts'
import type { Mail } from '../gateways/mailer.ts'
import { drawQrPng } from './draw-qr.ts'
import { signTicket } from './sign-ticket.ts'
import { findMailFacts, listTicketsOfPurchases, markMailed } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { describeMail, mostMailed, pictureIdOf } from './ticket-mail.ts'
import { ticketMailHtml } from './ticket-mail-html.ts'
import { ticketMailText } from './ticket-mail-text.ts'
import { printedCodeOf } from './view.ts'

/** Sends a purchase's tickets to its buyer, once: a job may run twice, and a buyer who has them gets no second mail. */
export async function mailTickets(ctx: Context, { purchaseId }: { purchaseId: PurchaseId }): Promise<void> {
  const { reader } = ctx.database
  const facts = await findMailFacts(reader, purchaseId)
  const tickets = await listTicketsOfPurchases(reader, [purchaseId])
  const [first, ...others] = tickets.filter(({ ticket }) => ticket.status === 'valid')
  if (!facts || facts.isMailed || !first) return
  const mail = describeMail(facts, [first, ...others], `${ctx.config.sitePublicUrl}/tickets`)
  const pictures = await drawPictures(ctx, [first, ...others.slice(0, mostMailed - 1)])
  const [html, text] = [ticketMailHtml(mail), ticketMailText(mail)]
  await ctx.mailer.send({ to: facts.email, subject: mail.subject, html, text, pictures })
  await ctx.database.transaction((tx) => markMailed(tx, purchaseId))
}

async function drawPictures(ctx: Context, tickets: readonly TicketFacts[]): Promise<Mail['pictures']> {
  const pictures: Mail['pictures'][number][] = []
  for (const facts of tickets) {
    const png = await drawQrPng(await signTicket(ctx.database.reader, facts))
    pictures.push({ id: pictureIdOf(facts), filename: `${printedCodeOf(facts)}.png`, png })
  }
  return pictures
}
