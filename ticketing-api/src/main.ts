import { makeLog } from '@event-sphere/kit/log'
import { runBox } from '@event-sphere/kit/run-box'
import { readTicketingConfig } from './config.ts'
import { startTicketingApi } from './start-api.ts'

await runBox('ticketing-api', async () => {
  const config = readTicketingConfig(process.env)
  return startTicketingApi({ config, log: makeLog('ticketing-api', config.logLevel) })
})
