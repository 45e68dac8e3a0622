import type { ApiRequest } from '@event-sphere/api-client/make-request'
import { listPublicEvents } from '@event-sphere/contract/events'
import { getOrganization } from '@event-sphere/contract/organizations'
import { getTicketQrPng } from '@event-sphere/contract/tickets'
import { expect, test } from 'vitest'
import { makeTicketing } from './ticketing.ts'

function speakTo(type: string, body: string) {
  const sent: ApiRequest[] = []
  const breaches: string[] = []
  const ticketing = makeTicketing({
    send: async (request) => {
      sent.push(request)
      return { status: 200, headers: new Headers({ 'content-type': type }), bytes: Buffer.from(body) }
    },
    user: { accessToken: () => 'of the user', renew: async () => undefined },
    organizationToken: 'of the organization',
    language: 'sw',
    requestId: 'r1',
    visitor: { network: '192.0.2.1', browser: 'b1' },
    onBreach: ({ message }) => breaches.push(message),
  })
  return { ticketing, sent, breaches }
}

test('a success that breaks the contract is ignored and reported for the log', async () => {
  const { ticketing, breaches } = speakTo('application/json', '{"items":[{"title":"Summit"}],"next":null}')
  const answer = await ticketing.call(listPublicEvents, {})
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unavailable' } })
  expect(breaches).toHaveLength(1)
  expect(breaches[0]).toContain('GET /events/public answered in another shape')
})

test('the site calls anonymously, for the person at the browser, or for the organization', async () => {
  const { ticketing, sent } = speakTo('image/png', 'a picture')
  await ticketing.call(listPublicEvents, {})
  await ticketing.download(getTicketQrPng, { params: { id: 'ticket_1' } })
  await ticketing.call(getOrganization, { params: { id: 'org_1' }, as: 'organization' })
  expect(sent.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    'Bearer of the user',
    'Bearer of the organization',
  ])
  for (const { headers } of sent) {
    expect(headers).toMatchObject({
      'accept-language': 'sw',
      'x-request-id': 'r1',
      'x-forwarded-for': '192.0.2.1',
      'x-visitor-browser': 'b1',
    })
  }
})
