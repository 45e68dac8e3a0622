import type { Handlers } from '@event-sphere/kit/jobs/jobs'
import type { Context } from '../context.ts'
import { mailTickets } from './mail-tickets.ts'

export const ticketHandlers = (ctx: Context): Handlers => ({
  'tickets.mail': (job) => mailTickets(ctx, job),
})
