import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { startApi } from './cast/start-api.ts'
import { raiseDeadJob } from './raise-dead-job.ts'

test('a dead job is one matter, with the ids that it was about and nobody’s address', async () => {
  const { ctx } = await startApi()
  const dead = {
    queue: 'tickets.mail',
    jobId: 'b0',
    data: { purchaseIds: ['a', 'b'], email: 'otieno@example.com' },
  }
  await raiseDeadJob(ctx, dead)
  await raiseDeadJob(ctx, dead)
  const { rows } = await sql`select kind, subject, subject_id as id, facts from matters`.execute(
    ctx.database.reader,
  )
  const facts = { queue: 'tickets.mail', jobId: 'b0', purchaseIds: 'a b' }
  expect(rows).toEqual([{ kind: 'dead_job', subject: 'queue', id: 'tickets.mail b0', facts }])
})
