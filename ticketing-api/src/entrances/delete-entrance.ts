import type { EntranceId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { announceChanged } from '../events/announce-changed.ts'
import { ownOrganization } from '../organizations/own-organization.ts'
import { dropEntrance, findEntrance, lockEntrancesOf } from './store.ts'

/** Scans keep the name of their entrance, so only an entrance without scans can be deleted. */
export async function deleteEntrance(ctx: Context, caller: Caller, id: EntranceId): Promise<undefined> {
  const organizationId = ownOrganization(caller)
  const found = await findEntrance(ctx.database.reader, id, organizationId)
  if (!found) throw refuse('not_found')
  await ctx.database.transaction(async (tx) => {
    await lockEntrancesOf(tx, found.eventId)
    if (!(await dropEntrance(tx, id))) throw refuse('entrance_in_use')
    await announceChanged(ctx, tx, { id: found.eventId, organizationId, changed: 'entrances' })
  })
}
