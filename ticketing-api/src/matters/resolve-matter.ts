import type { Locale } from '@event-sphere/contract/auth'
import type { Matter } from '@event-sphere/contract/matters'
import type { MatterId } from '@event-sphere/contract/values/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { resolverOf, sightOf } from './rules.ts'
import { findRow, markResolved } from './store.ts'
import { viewMatter } from './view.ts'

/** A person has dealt with it: who, when and how is recorded once. */
export async function resolveMatter(
  ctx: Context,
  caller: Caller,
  { id, note, locale }: { id: MatterId; note: string | undefined; locale: Locale },
): Promise<Matter> {
  const sight = sightOf(caller)
  if (!sight) throw refuse('not_found')
  const row = await ctx.database.transaction(async (tx) => {
    await markResolved(tx, sight, { id, by: resolverOf(caller), note })
    return findRow(tx, sight, id)
  })
  if (!row) throw refuse('not_found')
  return viewMatter(row, locale)
}
