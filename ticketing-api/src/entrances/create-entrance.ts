import type { Entrance, NewEntrance } from '@event-sphere/contract/entrances'
import type { EntranceId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { announceChanged } from '../events/announce-changed.ts'
import { getEvent } from '../events/get-event.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { faultsOfEntrance } from './rules.ts'
import { findEntrance, insertEntrance, lockEntrancesOf, setTypes } from './store.ts'
import { viewEntrance } from './view.ts'

export async function createEntrance(ctx: Context, caller: Caller, wanted: NewEntrance): Promise<Entrance> {
  const organizationId = ownOrganization(caller)
  const { days: eventDays } = await getEvent(ctx, caller, wanted.eventId)
  const errors = faultsOfEntrance(wanted, { isDefault: false, eventDays })
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  const id = newUuid() as EntranceId
  const row = await ctx.database.transaction(async (tx) => {
    await lockEntrancesOf(tx, wanted.eventId)
    if (!(await insertEntrance(tx, id, wanted))) throw refuse('name_taken')
    if (!(await setTypes(tx, id, wanted.ticketTypeIds))) throw refuse('ticket_type_unknown')
    await announceChanged(ctx, tx, { id: wanted.eventId, organizationId, changed: 'entrances' })
    return findEntrance(tx, id, organizationId)
  })
  if (!row) throw new Error('the entrance was not inserted')
  return viewEntrance(row)
}
