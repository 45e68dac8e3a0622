import { endpoint } from '@event-sphere/contract/endpoint'
import { newPurchase } from '@event-sphere/contract/purchases'
import { makeLog } from '@event-sphere/kit/log'
import { onKept } from '@event-sphere/ticketing-api/call/route'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import { startTicketingApi } from '@event-sphere/ticketing-api/start-ticketing-api'
import { z } from 'zod'

/** The cost of the same server if it only parses the same body and answers. */
const bare = endpoint({
  method: 'POST',
  path: '/bench/bare',
  summary: 'Parses a purchase and answers',
  actor: ['public'],
  body: newPurchase,
  status: 201,
  reply: z.object({ parsed: z.literal(true) }),
  refusals: [],
})

const config = readTicketingConfig(process.env)
const moreRoutes = [onKept(bare, async () => ({ parsed: true as const }))]
const api = await startTicketingApi({ config, log: makeLog({ box: 'bench', level: 'silent' }), moreRoutes })
process.once('SIGTERM', () => void api.close().then(() => process.exit(0)))
process.send?.(api.url)
