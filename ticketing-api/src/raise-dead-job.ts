import type { Tx } from '@event-sphere/kit/database/database'
import type { DeadJob } from '@event-sphere/kit/jobs/jobs'
import { acrossOrganizations } from './call/scope.ts'
import type { Context } from './context.ts'
import { findConcerned } from './matters/find-concerned.ts'
import { raiseMatter } from './matters/raise-matter.ts'

/** Work that was promised in a transaction and did not get done: a person has to see to it. */
export async function raiseDeadJob(
  ctx: Pick<Context, 'database'>,
  { queue, jobId, data }: DeadJob,
): Promise<void> {
  const ids = idsOf(data)
  const raise = async (tx: Tx) => {
    const { organizationId, eventId } = await findConcerned(tx, Object.values(ids).flat())
    await raiseMatter(tx, {
      kind: 'dead_job',
      subject: 'queue',
      subjectId: `${queue} ${jobId}`,
      organizationId,
      ...(eventId && { eventId }),
      facts: { queue, jobId, ...textsOf(ids) },
    })
  }
  await acrossOrganizations(() => ctx.database.transaction(raise))
}

/** What it was about; nothing else of it, since that may be somebody's address. */
function idsOf(data: object): Record<string, string[]> {
  const ids = Object.entries(data).filter(([name]) => /Ids?$/.test(name))
  return Object.fromEntries(ids.map(([name, value]) => [name, [value].flat().map(String)]))
}

const textsOf = (ids: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(ids).map(([name, values]) => [name, values.join(' ')]))
