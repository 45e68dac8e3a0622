import { refuseBypass } from '@event-sphere/kit/database/refuse-bypass'
import { refuseSharedSessions } from '@event-sphere/kit/database/refuse-shared-sessions'
import { makeLog } from '@event-sphere/kit/log'
import { runBox } from '@event-sphere/kit/run-box'
import { readTicketingConfig } from './config.ts'
import { allHandlers, allSweeps } from './handlers.ts'
import { openContext } from './open-context.ts'
import { raiseDeadJob } from './raise-dead-job.ts'
import { startSweeps } from './start-sweeps.ts'

await runBox('worker', async () => {
  const config = readTicketingConfig(process.env)
  const log = makeLog({ box: 'worker', level: config.logLevel })
  await refuseSharedSessions(config.databaseUrl)
  await refuseBypass(config.databaseUrl)
  const { ctx, close } = await openContext({ config, log, isWorker: true })
  await ctx.jobs.work(allHandlers(ctx), (dead) => raiseDeadJob(ctx, dead))
  const stopSweeps = startSweeps(ctx, allSweeps)
  log.info('worker started')
  return {
    close: async () => {
      await stopSweeps()
      await close()
    },
  }
})
