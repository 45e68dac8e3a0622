import * as events from '@event-sphere/contract/events'
import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { createPlanned, publicly } from './cast.ts'

test('a public read that did not change costs no body', async () => {
  const api = await startApi()
  const { id, slug } = (await createPlanned(api)).body
  const first = await publicly(api, slug)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  const again = (known: string) =>
    api.call(events.getPublicEvent, { params: { idOrSlug: slug }, headers: { 'if-none-match': known } })

  for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*'])
    expect(await again(known)).toMatchObject({ status: 304, text: '' })
  expect((await again('W/"x"')).status).toBe(200)
  await api.call(events.changeEvent, { as: api.admin, params: { id }, body: { title: 'Other' } })
  const changed = await again(tag)
  expect(changed).toMatchObject({ status: 200, body: { title: 'Other' } })
  expect(changed.headers.get('etag')).not.toBe(tag)
})

test('what only some may read carries no tag', async () => {
  const api = await startApi()
  await createPlanned(api)
  const list = await api.call(events.listEvents, { as: api.admin })
  expect(list.headers.get('etag')).toBeNull()
  expect(list.headers.get('cache-control')).toBe('no-store')
})
