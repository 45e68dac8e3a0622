import type { EventId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { dealingWith } from '../call/scope.ts'
import type { Context } from '../context.ts'
import { organizationOf } from './organization-of.ts'

/**
 * What somebody does at an event, in the scope of its organization. A key stays in its own: to it, there are no events of
 * others.
 */
export async function atEvent<T>(
  ctx: Context,
  caller: Caller,
  id: EventId,
  act: () => Promise<T>,
): Promise<T> {
  const organizationId = caller.kind === 'key' ? undefined : await organizationOf(ctx, id)
  return organizationId ? dealingWith(organizationId, act) : act()
}
