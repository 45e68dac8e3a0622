import { readNow } from '@event-sphere/kit/clock'
import type { Context } from '../context.ts'
import { raiseMatter } from '../matters/raise-matter.ts'
import { lastNight, tellRow } from './rules.ts'
import { claimScope, listInvariants, readInvariant, type Scope } from './store.ts'

const longestRoundMilliseconds = 45_000
/** A person needs a few to see what it is; the view has the rest. */
const mostRows = 5

type Parts = Pick<Context, 'database' | 'log'>

/** Once a night, event by event, every promise of the database is looked at; what is broken becomes a matter. */
export async function checkInvariants(ctx: Parts): Promise<void> {
  const views = await listInvariants(ctx.database.reader)
  const endsAt = performance.now() + longestRoundMilliseconds
  while (performance.now() < endsAt) {
    const now = await readNow(ctx.database.reader)
    const scope = await ctx.database.transaction((tx) => claimScope(tx, lastNight(now), now))
    if (!scope) return
    for (const view of views) await checkInvariant(ctx, view, scope)
  }
}

async function checkInvariant({ database, log }: Parts, view: string, scope: Scope): Promise<void> {
  const { rows, count } = await readInvariant(database.reader, view, scope, mostRows)
  if (count === 0) return
  log.error({ view, eventId: scope.eventId, count }, 'invariant violated')
  await database.transaction((tx) =>
    raiseMatter(tx, {
      kind: 'broken_invariant',
      subject: 'view',
      subjectId: scope.eventId === null ? view : `${view} ${scope.eventId}`,
      organizationId: scope.organizationId,
      ...(scope.eventId && { eventId: scope.eventId }),
      facts: { view, count, first: rows.map(tellRow).join('; ') },
    }),
  )
}
