import { makeLog } from '@event-sphere/kit/log'
import { everything } from '@event-sphere/ticketing-api/call/scope'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import type { MpesaGateway } from '@event-sphere/ticketing-api/gateways/mpesa/mpesa-gateway'
import { allSweeps } from '@event-sphere/ticketing-api/handlers'
import { openContext } from '@event-sphere/ticketing-api/open-context'
import { startSweeps } from '@event-sphere/ticketing-api/start-sweeps'

/** A Safaricom that answers slowly and has no results yet. */
const mpesa: MpesaGateway = {
  requestPrompt: async () => ({ kind: 'unknown', text: 'prompts are not supported here' }),
  queryPrompt: async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { kind: 'no_answer', text: 'busy' }
  },
}

/**
 * Runs the worker's sweeps until stopped: each one at the start and then at its own interval, except for the nightly
 * check of all invariants.
 */
const config = readTicketingConfig(process.env)
const { ctx } = await openContext({
  config,
  log: makeLog({ box: 'bench' }),
  isWorker: false,
  mpesa,
  scope: everything,
})
process.once('SIGTERM', () => process.exit(0))
const sweeps = allSweeps.filter(({ name }) => name !== 'invariants.check')
startSweeps(ctx, sweeps)
process.send?.('started')
for (const sweep of sweeps)
  await sweep.run(ctx).catch((fault: Error) => console.error(`${sweep.name} failed: ${fault.message}`))
