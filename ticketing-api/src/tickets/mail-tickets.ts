import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { inOrganization } from '../call/scope.ts'
import type { Context } from '../context.ts'
import type { Mail } from '../gateways/mailer.ts'
import { PassRefused } from '../limits/limit-refused.ts'
import { passLimits } from '../limits/pass-limits.ts'
import { returnToLimits } from '../limits/return-to-limits.ts'
import type { Pass } from '../limits/rules.ts'
import { drawQrPng } from './qr-drawing.ts'
import { signTicket } from './sign-ticket.ts'
import {
  findMailFacts,
  listReceipts,
  listTicketsOfPurchases,
  listUnmailed,
  type MailFacts,
  markMailed,
  readOpeningHours,
  readPrices,
} from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { describeMail, mostMailed, pictureIdOf } from './ticket-mail.ts'
import { ticketMailHtml } from './ticket-mail-html.ts'
import { ticketMailText } from './ticket-mail-text.ts'
import { printedCodeOf } from './view.ts'

interface MailJob {
  purchaseId: PurchaseId
}

/**
 * Sends a purchase's tickets to its buyer, once: a job may run twice, and a buyer who has them gets no second mail.
 * Anybody can name an address: until its owner has shown that it is theirs, nothing that the buyer wrote stands in its
 * mails, and for free tickets it gets one in a while; what is bought meanwhile comes with the next.
 */
export async function mailTickets(ctx: Context, job: MailJob): Promise<void> {
  const facts = await findMailFacts(ctx.database.reader, job.purchaseId)
  if (!facts || facts.isMailed) return
  await inOrganization(facts.organizationId, () => mailPurchase(ctx, job, facts))
}

async function mailPurchase(ctx: Context, job: MailJob, facts: MailFacts): Promise<void> {
  if (facts.isProven) return send(ctx, facts, [job.purchaseId])
  if (facts.isPaid) return sendUnproven(ctx, facts)
  const passes = [{ limit: 'mail.mailbox', of: facts.email } as const]
  const retryAt = await findRefusal(ctx, passes)
  if (retryAt) return mailLater(ctx, job, retryAt)
  try {
    await sendUnproven(ctx, facts)
  } catch (fault) {
    await returnToLimits(ctx, passes)
    throw fault
  }
}

async function sendUnproven(ctx: Context, facts: MailFacts): Promise<void> {
  await send(ctx, { ...facts, firstName: null }, await listUnmailed(ctx.database.reader, facts))
}

async function findRefusal(ctx: Context, passes: readonly Pass[]): Promise<Date | undefined> {
  try {
    await passLimits(ctx, passes)
    return undefined
  } catch (refused) {
    if (!(refused instanceof PassRefused)) throw refused
    return new Date(String(refused.facts.retryAt))
  }
}

async function mailLater(ctx: Context, { purchaseId }: MailJob, at: Date): Promise<void> {
  const afterSeconds = Math.ceil((at.getTime() - ctx.clock.now().getTime()) / 1000) + 1
  await ctx.database.transaction((tx) =>
    ctx.jobs.enqueue(tx, 'tickets.mail', [{ purchaseIds: [purchaseId] }], { afterSeconds }),
  )
}

async function send(ctx: Context, facts: MailFacts, ids: readonly PurchaseId[]): Promise<void> {
  const { reader } = ctx.database
  const tickets = (await listTicketsOfPurchases(reader, ids)).filter(
    ({ ticket }) => ticket.status === 'valid',
  )
  const [first, ...others] = tickets.map((one) => (facts.isProven ? one : withoutName(one)))
  if (!first) return
  const types = new Set(tickets.map(({ type }) => type.id))
  const mailed = {
    ...facts,
    prices: await readPrices(reader, ids),
    opens: await readOpeningHours(reader, [...types]),
    receipts: await listReceipts(reader, ids),
  }
  const mail = describeMail(mailed, [first, ...others], `${ctx.config.sitePublicUrl}/tickets`)
  const pictures = await drawPictures(ctx, [first, ...others.slice(0, mostMailed - 1)])
  const [html, text] = [ticketMailHtml(mail), ticketMailText(mail)]
  await ctx.mailer.send({ to: facts.email, subject: mail.subject, html, text, pictures })
  await ctx.database.transaction((tx) => markMailed(tx, ids))
}

const withoutName = (facts: TicketFacts): TicketFacts => ({
  ...facts,
  ticket: { ...facts.ticket, holderName: null },
})

async function drawPictures(ctx: Context, tickets: readonly TicketFacts[]): Promise<Mail['pictures']> {
  const pictures: Mail['pictures'][number][] = []
  for (const facts of tickets) {
    const png = await drawQrPng(await signTicket(ctx.database.reader, facts))
    pictures.push({ id: pictureIdOf(facts), filename: `${printedCodeOf(facts)}.png`, png })
  }
  return pictures
}
