import type { DeadJob } from '@event-sphere/kit/jobs/jobs'
import type { Context } from './context.ts'
import { raiseMatter } from './matters/raise-matter.ts'

/** Work that was promised in a transaction and did not get done: a person has to see to it. */
export async function raiseDeadJob(
  ctx: Pick<Context, 'database'>,
  { queue, jobId, data }: DeadJob,
): Promise<void> {
  await ctx.database.transaction((tx) =>
    raiseMatter(tx, {
      kind: 'dead_job',
      subject: 'queue',
      subjectId: `${queue} ${jobId}`,
      organizationId: null,
      facts: { queue, jobId, ...idsOf(data) },
    }),
  )
}

/** What it was about; nothing else of it, since that may be somebody's address. */
function idsOf(data: object): Record<string, string> {
  const ids = Object.entries(data).filter(([name]) => /Ids?$/.test(name))
  return Object.fromEntries(ids.map(([name, value]) => [name, [value].flat().join(' ')]))
}
