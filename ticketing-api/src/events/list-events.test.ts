import * as events from '@event-sphere/contract/events'
import { expect, test } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import { startApi } from '../cast/start-api.ts'
import { createPlanned } from './cast.ts'

test("an organization's list goes newest first, page by page, without a gap", async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  await createPlanned(api, { slug: 'theirs', organizationId: other.organizationId }, other.admin)
  const slugs = ['one', 'two', 'three', 'four', 'five']
  for (const slug of slugs) await createPlanned(api, { slug, status: 'draft' })

  const seen = await allPages((query) => api.call(events.listEvents, { as: api.agent, query }), 2)

  expect(seen).toEqual(slugs.toReversed())
})

test('the public list goes soonest first, page by page, and of one organization where asked', async () => {
  const api = await startApi()
  const other = await foundOrganization(api.call, api.platform, 'other')
  const at = (day: string) => ({ startDateTime: `${day}T05:00:00Z`, endDateTime: `${day}T15:00:00Z` })
  await createPlanned(api, { slug: 'third', ...at('2026-09-03') })
  await createPlanned(api, { slug: 'first', ...at('2026-07-03') })
  await createPlanned(api, { slug: 'second-a', ...at('2026-08-03') })
  await createPlanned(api, { slug: 'second-b', ...at('2026-08-03') })
  const theirs = { organizationId: other.organizationId }
  await createPlanned(api, { slug: 'theirs', ...theirs, ...at('2026-08-01') }, other.admin)

  const seen = await allPages((query) => api.call(events.listPublicEvents, { query }), 1)

  expect(seen).toEqual(['first', 'theirs', 'second-a', 'second-b', 'third'])
  const own = await api.call(events.listPublicEvents, { query: theirs })
  expect(own.body.items.map((event) => event.slug)).toEqual(['theirs'])
})

test('a badly asked list is refused', async () => {
  const api = await startApi()
  for (const query of [
    { after: 'x' },
    { after: "0_'" },
    { limit: '0' },
    { limit: '201' },
    { limit: 'many' },
  ]) {
    expect((await api.call(events.listEvents, { as: api.admin, query })).status).toBe(400)
    expect((await api.call(events.listPublicEvents, { query })).status).toBe(400)
  }
})

type Page = { body: { items: { slug: string }[]; next: string | null } }

async function allPages(
  ask: (query: Record<string, string>) => Promise<Page>,
  limit: number,
): Promise<string[]> {
  const slugs: string[] = []
  for (let query: Record<string, string> = { limit: String(limit) }; ; ) {
    const { items, next } = (await ask(query)).body
    slugs.push(...items.map((event) => event.slug))
    if (next === null) return slugs
    query = { limit: String(limit), after: next }
  }
}
