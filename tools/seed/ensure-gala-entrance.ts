import { changeEntrance, createEntrance, listEntrances } from '@event-sphere/contract/entrances'
import { listTicketTypes } from '@event-sphere/contract/ticket-types'
import { call } from './call.ts'
import { codes, galaEntrance } from './summit.ts'

/** Makes sure that the gala has its own entrance on its evening; all other tickets use the summit's default one. */
export async function ensureGalaEntrance(
  api: string,
  { admin: token, eventId }: { admin: string; eventId: string },
): Promise<void> {
  const types = (await call(api, listTicketTypes, { token, params: { eventId } })).items
  const gala = types.find(({ code }) => code === codes.gala)
  if (!gala) throw new Error('the summit has no gala ticket')
  const { items } = await call(api, listEntrances, { token, query: { eventId } })
  const known = items.find(({ name }) => name === galaEntrance.name)
  const days = gala.admitsOn
  if (!known) {
    const body = { eventId, ticketTypeIds: [gala.id], days, ...galaEntrance }
    await call(api, createEntrance, { token, body })
  } else if (known.days?.join() !== days.join()) {
    await call(api, changeEntrance, { token, params: { id: known.id }, body: { days } })
  }
}
