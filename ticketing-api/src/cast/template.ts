import { startJobs } from '@event-sphere/kit/jobs/jobs'
import { makeLog } from '@event-sphere/kit/log'
import type { Template } from '@event-sphere/kit/testing/test-database'
import { queues } from '../handlers.ts'
import { migrateTicketing } from '../migrate.ts'

/** The Ticketing API's schema and its queues, ready to be copied. */
export const ticketingTemplate: Template = {
  name: 'ticketing',
  prepare: async (url) => {
    await migrateTicketing(url)
    const jobs = await startJobs({ url, queues, log: makeLog('test', 'silent'), isWorker: false })
    await jobs.stop()
  },
}
