import * as auth from '@event-sphere/contract/auth'
import { placePurchase } from '@event-sphere/contract/purchases'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'

/** These play many people. */
export const patience = 90_000
export const from = (network: string, browser?: string) => ({
  headers: { 'x-forwarded-for': network, ...(browser && { 'x-visitor-browser': browser }) },
})
type Calling = Pick<TestApi, 'call' | 'newKey'>

let met = 0
export async function registers(api: Pick<TestApi, 'call'>, network: string) {
  met += 1
  const body = { email: `visitor${met}@example.com` }
  const answer = await api.call(auth.register, { body, ...from(network) })
  return { ...answer, ...body, as: answer.body.access_token }
}

const wants = (summit: Summit, { general = 0, gala = 0 }: { general?: number; gala?: number }) =>
  [
    { ticketTypeId: summit.general, quantity: general },
    { ticketTypeId: summit.gala, quantity: gala },
  ].filter(({ quantity }) => quantity > 0)

export const buys = (
  api: Calling,
  summit: Summit,
  { as, network, key }: { as: string; network: string; key?: string },
  wanted: { general?: number; gala?: number },
) =>
  api.call(placePurchase, {
    as,
    body: { eventId: summit.eventId, items: wants(summit, wanted) },
    idempotencyKey: key ?? api.newKey(),
    ...from(network),
  })

/** A summit whose own limits per person are wide, so that only those on strangers are left. */
export const aWideSummit = (api: TestApi) =>
  theSummit(api, {
    general: { maxPerPerson: 1000, maxPerPurchase: 20 },
    gala: { quantity: 415, maxPerPerson: 400, maxPerPurchase: 20 },
  })

export async function setUp() {
  const api = await startApi()
  return { api, summit: await aWideSummit(api) }
}
