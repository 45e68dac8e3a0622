import { getTicketQrPng } from '@event-sphere/contract/tickets'
import { data, type LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'
import { replyOf, requireUser } from '../forms.ts'

/**
 * The QR of the person's own ticket, as an image of this site: every browser can show it, and none keeps it after
 * signing out.
 */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  const id = params.ticketId ?? ''
  if (!/^ticket_[0-9a-f]{32}$/.test(id)) throw data({ code: 'not_found' }, { status: 404 })
  const picture = replyOf(await site.ticketing.download(getTicketQrPng, { params: { id } }), request)
  return new Response(new Uint8Array(picture.bytes), {
    headers: { 'Content-Type': 'image/png' },
  })
}
