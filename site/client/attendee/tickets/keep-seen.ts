import type { SeenTickets } from '../../../backend/auth-service/sessions.ts'
import type { Site } from '../../../backend/site.ts'
import type { EventGroup } from './group-by-event.ts'

const mostKept = 20
const oldMilliseconds = 3_600_000

/** Stores the person's ticket codes in their sealed session: what the gate needs if the API is unavailable. */
export async function keepSeen(site: Site, groups: EventGroup[]): Promise<void> {
  const tickets = ticketsOf(groups)
  const { seen } = site.session
  const now = site.now()
  const isOld = !seen || now.getTime() - Date.parse(seen.at) > oldMilliseconds
  if (!isOld && JSON.stringify(seen.tickets) === JSON.stringify(tickets)) return
  await site.session.keepSeen({ at: now.toISOString(), tickets })
}

function ticketsOf(groups: EventGroup[]): SeenTickets['tickets'] {
  return groups
    .flatMap(({ tickets, event }) => tickets.map((ticket) => ({ ticket, event })))
    .filter(({ ticket }) => ticket.status === 'valid')
    .slice(0, mostKept)
    .map(({ ticket, event }) => ({
      type: ticket.typeName,
      event: event?.title ?? '',
      days: ticket.admitsOn,
      typedCode: ticket.typedCode,
      ticketCode: ticket.ticketCode,
    }))
}
