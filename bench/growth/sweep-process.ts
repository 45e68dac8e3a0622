import { makeLog } from '@event-sphere/kit/log'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import type { MpesaGateway } from '@event-sphere/ticketing-api/gateways/mpesa/mpesa-gateway'
import { allSweeps } from '@event-sphere/ticketing-api/handlers'
import { openContext } from '@event-sphere/ticketing-api/open-context'
import { startSweeps } from '@event-sphere/ticketing-api/start-sweeps'

/** A Safaricom that takes a moment and knows nothing yet. */
const mpesa: MpesaGateway = {
  requestPrompt: async () => ({ kind: 'unknown', text: 'no prompt is asked for here' }),
  queryPrompt: async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { kind: 'no_answer', text: 'busy' }
  },
}

/**
 * The worker's sweeps: each once at the start, however rare it is, then in its own rhythm, until it is ended. But for the look
 * at every promise, which is once a night.
 */
const config = readTicketingConfig(process.env)
const { ctx } = await openContext({ config, log: makeLog('bench'), isWorker: false, mpesa })
process.once('SIGTERM', () => process.exit(0))
const sweeps = allSweeps.filter(({ name }) => name !== 'invariants.check')
startSweeps(ctx, sweeps)
process.send?.('started')
for (const sweep of sweeps)
  await sweep.run(ctx).catch((fault: Error) => console.error(`${sweep.name} failed: ${fault.message}`))
