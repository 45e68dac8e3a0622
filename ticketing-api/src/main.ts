import { makeLog } from '@event-sphere/kit/log'
import { runBox } from '@event-sphere/kit/run-box'
import { readTicketingConfig } from './config.ts'
import { watchSweeps } from './heartbeat/jobs.ts'
import { startSweeps } from './start-sweeps.ts'
import { startTicketingApi } from './start-ticketing-api.ts'

await runBox('ticketing-api', async () => {
  const config = readTicketingConfig(process.env)
  const api = await startTicketingApi({
    config,
    log: makeLog({ box: 'ticketing-api', level: config.logLevel }),
  })
  const stopWatching = startSweeps(api.ctx, watchSweeps)
  return {
    close: async () => {
      await stopWatching()
      await api.close()
    },
  }
})
