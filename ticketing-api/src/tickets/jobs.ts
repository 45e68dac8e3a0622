import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import type { Queues } from '../queues.ts'
import { mailTickets } from './mail-tickets.ts'

export const ticketHandlers = (ctx: Context): Pick<Handlers<Queues>, 'tickets.mail'> => ({
  'tickets.mail': async ({ purchaseIds }) => {
    const [purchaseId, ...others] = purchaseIds
    if (purchaseId && others.length === 0) return mailTickets(ctx, { purchaseId })
    const jobs = purchaseIds.map((id) => ({ purchaseIds: [id] }))
    await ctx.database.transaction((tx) => ctx.jobs.enqueue(tx, 'tickets.mail', jobs))
  },
})
