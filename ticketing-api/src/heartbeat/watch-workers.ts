import { readNow } from '@event-sphere/kit/clock'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Context } from '../context.ts'
import { raiseMatter } from '../matters/raise-matter.ts'
import { settleMatter } from '../matters/settle-matter.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { findSilence } from './store.ts'

/** Longer than a restart of a worker, and than what a rolling deploy leaves between two. */
export const silentSeconds = 180

const watches = onePerDatabase((): { since: Date | undefined } => ({ since: undefined }))

const subject = { kind: 'worker_silent', subject: 'worker', subjectId: 'all' } as const

/**
 * Tells a person that no worker runs. Without one no sweep runs either, so this is for processes that answer calls. Each must
 * have watched the silence for as long itself: an installation that was off for a night starts its API before its worker, and
 * while the database was away no worker could be heard.
 */
export async function watchWorkers(ctx: Pick<Context, 'database' | 'log'>): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const silence = await findSilence(tx)
    const hasBeaten = silence !== undefined && silence < silentSeconds
    if (hasBeaten) {
      watches(ctx).since = undefined
      return settleMatter(tx, { ...subject, note: 'a worker runs again' })
    }
    if (await hasWatchedLong(ctx, tx)) await tell(ctx, tx, silence)
  })
}

async function hasWatchedLong(ctx: Pick<Context, 'database'>, tx: Tx): Promise<boolean> {
  const watch = watches(ctx)
  const now = await readNow(tx)
  watch.since ??= now
  return now.getTime() - watch.since.getTime() >= silentSeconds * 1000
}

async function tell({ log }: Pick<Context, 'log'>, tx: Tx, silence: number | undefined): Promise<void> {
  const facts = { silentForMinutes: silence === undefined ? null : Math.floor(silence / 60) }
  if (await raiseMatter(tx, { ...subject, organizationId: null, facts }))
    log.error(facts, 'no worker runs: mails, lost payments and ended holds wait')
}
