import { randomBytes } from 'node:crypto'
import type { WireBody, WireReply } from '@event-sphere/contract/endpoint'
import type { getPurchase, placePurchase } from '@event-sphere/contract/purchases'
import type { Demonstration } from '../street/demonstration.ts'
import { waitFor } from '../street/wait-for.ts'
import { aPhone } from './phone.ts'

type Purchase = WireReply<typeof getPurchase>
export type Codes = { typed: string; printed: string }

/** The organization's own system buys general admission and gala for a guest, who pays on the phone. */
export async function buyGalaFor(
  { ticketing, apiKey, eventId, ticketTypes, sandbox }: Demonstration,
  name: { firstName: string; lastName: string },
): Promise<{ general: Codes; gala: Codes }> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const phone = aPhone(sandbox.mpesa)
  const body: WireBody<typeof placePurchase> = {
    eventId,
    items: Object.values(ticketTypes).map((ticketTypeId) => ({ ticketTypeId, quantity: 1 })),
    buyer: { email: `guest.${randomBytes(4).toString('hex')}@example.com`, ...name },
    phoneNumber: phone.typed,
  }
  const placed = await fetch(`${ticketing}/api/purchases`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': randomBytes(16).toString('hex') },
    body: JSON.stringify(body),
  })
  const { id } = (await placed.json()) as Purchase
  if (placed.status !== 201) throw new Error(`the purchase was answered with ${placed.status}`)
  await phone.answers('approve')
  const paid = await waitFor(`${name.firstName}'s tickets`, async () => {
    const read = (await (await fetch(`${ticketing}/api/purchases/${id}`, { headers })).json()) as Purchase
    return read.status === 'completed' ? read : undefined
  })
  const codesOf = (typeId: string): Codes => {
    const ticket = paid.tickets.find(({ ticketTypeId }) => ticketTypeId === typeId)
    if (!ticket) throw new Error('a paid purchase has a ticket of each type')
    return { typed: ticket.typedCode, printed: ticket.ticketCode }
  }
  return { general: codesOf(ticketTypes.general), gala: codesOf(ticketTypes.gala) }
}
