import { createWebhook } from '@event-sphere/contract/webhooks'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test, vi } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import type { TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import {
  anApiWith,
  aReceiver,
  delivers,
  type Receiver,
  somethingHappens,
  subscribes,
  urlsOf,
} from './cast.ts'
import { claimDue } from './delivery-store.ts'
import { handOut } from './hand-out.ts'

/** Webhooks of one more organization, and what happens there; it is on its way to each of them. */
async function aLoudOrganization(api: TestApi, receiver: Receiver, name: string) {
  const staff = await foundOrganization(api.call, api.platform, name)
  const own = { ...api, ...staff }
  const summit = await theSummit(own, { event: { slug: name, code: name.toUpperCase() } })
  const [, ...urls] = urlsOf(receiver)
  for (const url of urls) await api.call(createWebhook, { as: staff.admin, body: { url } })
  for (let nth = 0; nth < 5; nth += 1) await somethingHappens(own, summit)
}

test('receivers of other organizations that do not answer, however many, hold up nobody', async () => {
  const [silent, quick] = [await aReceiver(), await aReceiver()]
  const { api, summit } = await anApiWith(silent, quick)
  const release = Promise.withResolvers<void>()
  onTestFinished(() => release.resolve())
  silent.answer = (response) => void release.promise.then(() => response.writeHead(200).end())
  for (const name of ['loud', 'louder']) await aLoudOrganization(api, silent, name)
  await subscribes(api, quick)

  const round = delivers(api)
  await vi.waitFor(() => expect(silent.received).toHaveLength(2 * 8 * 4), 20_000)
  await somethingHappens(api, summit)
  await vi.waitFor(() => expect(quick.received).toHaveLength(1), 20_000)
  expect(silent.received).toHaveLength(2 * 8 * 4)
  release.resolve()
  await round
}, 60_000)

test('who has the least under way has its turn first', async () => {
  const [silent, quick] = [await aReceiver(), await aReceiver()]
  const { api, summit } = await anApiWith(silent, quick)
  await aLoudOrganization(api, silent, 'loud')
  await subscribes(api, quick)
  await somethingHappens(api, summit)
  await handOut(api.ctx)
  const claim = (most: number) =>
    api.ctx.database.transaction((tx) => {
      const now = api.ctx.clock.now()
      return claimDue(tx, new Map(), { now, until: new Date(now.getTime() + 60_000), mostEach: 4, most })
    })

  const claimed = await claim(2)

  expect(claimed.map(({ url }) => new URL(url).origin).toSorted()).toEqual(
    [silent.origin, quick.origin].toSorted(),
  )
})

test('a webhook that is deleted while happenings are handed out takes nobody’s along', async () => {
  const [gone, stays] = [await aReceiver(), await aReceiver()]
  const { api, summit } = await anApiWith(gone, stays)
  await subscribes(api, gone)
  await subscribes(api, stays)
  await somethingHappens(api, summit)
  const { reader } = api.ctx.database
  const round = await api.ctx.database.transaction(async (tx) => {
    await sql`delete from webhook_endpoints where url like ${`${gone.origin}%`}`.execute(tx)
    const delivering = delivers(api)
    delivering.catch(() => undefined)
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(reader)
      expect(rows).toHaveLength(1)
    }, 20_000)
    return { delivering }
  })
  await round.delivering

  expect(stays.received).toHaveLength(1)
  expect(gone.received).toEqual([])
})
