import type { Entrance, EntranceChange } from '@event-sphere/contract/entrances'
import type { EntranceId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { announceChanged } from '../events/announce-changed.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { faultsOfEntrance } from './rules.ts'
import { findEntrance, lockEntrancesOf, setTypes, updateEntrance } from './store.ts'
import { viewEntrance } from './view.ts'

export async function changeEntrance(
  ctx: Context,
  caller: Caller,
  id: EntranceId,
  change: EntranceChange,
): Promise<Entrance> {
  const organizationId = ownOrganization(caller)
  const before = await findEntrance(ctx.database.reader, id, organizationId)
  if (!before) throw refuse('not_found')
  const errors = faultsOfEntrance(change, before)
  if (errors.length > 0) throw refuse('invalid_request', { errors })
  const row = await ctx.database.transaction(async (tx) => {
    await lockEntrancesOf(tx, before.eventId)
    if (!(await findEntrance(tx, id, organizationId))) throw refuse('not_found')
    if (!(await updateEntrance(tx, id, change))) throw refuse('name_taken')
    const { ticketTypeIds } = change
    if (ticketTypeIds && !(await setTypes(tx, id, ticketTypeIds))) throw refuse('ticket_type_unknown')
    await announceChanged(ctx, tx, { id: before.eventId, organizationId, changed: 'entrances' })
    return findEntrance(tx, id, organizationId)
  })
  if (!row) throw refuse('not_found')
  return viewEntrance(row)
}
