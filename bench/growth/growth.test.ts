import { startApi } from '@event-sphere/ticketing-api/cast/start-api'
import { theSummit } from '@event-sphere/ticketing-api/cast/summit'
import { expect, test } from 'vitest'
import { load } from '../sale/load.ts'
import { fillBacklog } from './fill-backlog.ts'
import { fillEvent, holder } from './fill-event.ts'
import { listBroken, withClient } from './open-grown-scene.ts'
import { sellModels } from './sell-models.ts'

test('an event that was filled in bulk satisfies all invariants and can sell more', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const stage = { apiUrl: api.url, key: api.key, eventId: summit.eventId, ticketTypeId: summit.general }
  const models = await sellModels(stage)
  await withClient(api.databaseUrl, async (client) => {
    await fillEvent(client, models, { tickets: 300, ownedByOne: 30 })
    await fillBacklog(client, models, { endedHolds: 20, lostCallbacks: 10, oldReplies: 15 })
    await fillBacklog(client, models, { endedHolds: 20, lostCallbacks: 10, oldReplies: 15 }, 1)
  })
  expect(await listBroken(api.databaseUrl)).toEqual([])

  const scene = { ...stage, databaseUrl: api.databaseUrl, apiPid: 0, close: async () => {} }
  const sold = await load(scene, { path: '/purchases', buyers: 4, answers: 20, buyerEmail: holder })
  await api.runSweeps()

  expect(sold).toMatchObject({ answered: 20, refused: 0 })
  expect(await listBroken(api.databaseUrl)).toEqual([])
}, 120_000)
