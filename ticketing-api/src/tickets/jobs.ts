import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import { mailTickets } from './mail-tickets.ts'

interface MailJob {
  /** Of a whole group at the till; several are one job each before any is mailed, so that each is tried by itself. */
  purchaseIds: readonly PurchaseId[]
}

export const ticketHandlers = (ctx: Context): Handlers => ({
  'tickets.mail': async ({ purchaseIds }: MailJob) => {
    const [purchaseId, ...others] = purchaseIds
    if (purchaseId && others.length === 0) return mailTickets(ctx, { purchaseId })
    const jobs = purchaseIds.map((id) => ({ purchaseIds: [id] }))
    await ctx.database.transaction((tx) => ctx.jobs.enqueue(tx, 'tickets.mail', jobs))
  },
})
