import type { AnyEndpoint } from '@event-sphere/api-client/ask'
import { getCart } from '@event-sphere/contract/cart'
import { getEvent, listEvents } from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import { getPurchase, listMyPurchases } from '@event-sphere/contract/purchases'
import { listTicketTypes } from '@event-sphere/contract/ticket-types'
import { getTicket } from '@event-sphere/contract/tickets'
import { makeLog } from '@event-sphere/kit/log'
import { expect, onTestFinished, test } from 'vitest'
import { aCustomer, buys } from './cast/buyers.ts'
import { callApi } from './cast/call-api.ts'
import { fakeMpesa } from './cast/fake-mpesa.ts'
import type { TestApi } from './cast/start-api.ts'
import { twoOrganizations } from './cast/two-organizations.ts'
import { startTicketingApi } from './start-ticketing-api.ts'

type World = Awaited<ReturnType<typeof twoOrganizations>>
type Asked = [AnyEndpoint, { as: string; params?: Record<string, string> }]

/** As it is in production, outside of every scope nobody; two connections, which all its callers take turns on. */
async function aNarrowProcess({ ctx }: TestApi): Promise<string> {
  const { url, close } = await startTicketingApi({
    config: { ...ctx.config, databaseConnections: 2 },
    log: makeLog({ box: 'test', level: 'silent' }),
    mpesa: fakeMpesa(),
    mailer: { send: async () => undefined, close: () => undefined },
  })
  onTestFinished(close)
  return url
}

/** Everybody asks for what is theirs, and for what is the other organization's. */
function questions({ ours, theirs }: World, ofBoth: string): Asked[] {
  const sides = [ours, theirs]
  const callers = [ofBoth, ...sides.flatMap((side) => [side.admin, side.agent, side.key, side.holder.token])]
  return callers.flatMap((as): Asked[] => [
    ...[listMyPurchases, getCart, listEvents, listMatters].map((list): Asked => [list, { as }]),
    ...sides.flatMap((side): Asked[] => [
      [getEvent, { as, params: { id: side.eventId } }],
      [listTicketTypes, { as, params: { eventId: side.eventId } }],
      [getPurchase, { as, params: { id: side.holder.purchase.id } }],
      [getTicket, { as, params: { id: side.holder.ticketId } }],
    ]),
  ])
}

test('in a crowd of two organizations on two connections, everybody is answered as if alone', async () => {
  const world = await twoOrganizations()
  const { api, ours, theirs } = world
  const both = await aCustomer(api)
  for (const side of [ours, theirs]) await buys(api, side, both.token, { general: 1 })
  const url = await aNarrowProcess(api)
  const ask = async ([endpoint, asked]: Asked) => {
    const { status, text } = await callApi(url, endpoint, asked)
    return { path: endpoint.path, status, text: text.replace(/"requestId":"[^"]*"/, '') }
  }
  const all = questions(world, both.token)
  const quiet: Awaited<ReturnType<typeof ask>>[] = []
  for (const one of all) quiet.push(await ask(one))

  expect(new Set(quiet.map(({ status }) => status))).toEqual(new Set([200, 403, 404]))
  expect(JSON.parse(quiet[0]?.text ?? '').items).toHaveLength(2)
  for (let round = 0; round < 3; round += 1) expect(await Promise.all(all.map(ask))).toEqual(quiet)
}, 120_000)
