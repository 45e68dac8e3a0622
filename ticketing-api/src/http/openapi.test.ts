import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'

type Operation = {
  parameters: { $ref?: string }[]
  requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> }
  responses: Record<string, { headers?: object; content?: Record<string, { schema: { $ref?: string } }> }>
}

async function readDocument() {
  const api = await startApi()
  const text = await (await fetch(`${api.url}/api/openapi.json`)).text()
  const document = JSON.parse(text)
  const operation = (method: string, path: string): Operation => document.paths[path][method]
  return { api, text, document, operation }
}
const json = 'application/json'

test('the main nouns have names, and every name that is used is there', async () => {
  const { text, document, operation } = await readDocument()
  const names = Object.keys(document.components.schemas)
  expect(names).toEqual(
    expect.arrayContaining([
      'Purchase',
      'Ticket',
      'Event',
      'TicketType',
      'Payment',
      'Problem',
      'Organization',
    ]),
  )
  const refs = new Set([...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)])
  for (const [, part = '', name = ''] of refs) expect(document.components[part], name).toHaveProperty(name)
  expect(text).not.toContain('$defs')
  const replyOf = (method: string, path: string, status: string) =>
    operation(method, path).responses[status]?.content?.[json]?.schema
  expect(replyOf('post', '/purchases', '201')).toEqual({ $ref: '#/components/schemas/Purchase' })
  expect(JSON.stringify(document.components.schemas.Purchase)).toContain('#/components/schemas/Ticket')
})

test('what travels in headers is said', async () => {
  const { operation } = await readDocument()
  const asked = (method: string, path: string) =>
    operation(method, path).parameters.flatMap((one) => one.$ref?.split('/').at(-1) ?? [])
  expect(asked('post', '/purchases')).toEqual(['IdempotencyKey', 'Prefer', 'AcceptLanguage'])
  expect(asked('get', '/events/public/{idOrSlug}')).toContain('IfNoneMatch')
  const push = operation('post', '/payments/mpesa/stk-push').responses
  expect(Object.keys(push)).toEqual(
    expect.arrayContaining(['201', '400', '409', '413', '415', '422', '429', '502']),
  )
  expect(push['429']?.headers).toHaveProperty('Retry-After')
  expect(push['201']?.headers).toHaveProperty('Idempotent-Replayed')
  expect(operation('get', '/events/public').responses['304']?.headers).toHaveProperty('ETag')
})

test('bodies are strict in the document too, and metadata is open', async () => {
  const { operation } = await readDocument()
  const schema = operation('post', '/ticket-types').requestBody?.content[json]?.schema
  expect(schema?.additionalProperties).toBe(false)
  const { metadata } = (schema as { properties: Record<string, { additionalProperties: unknown }> })
    .properties
  expect(metadata?.additionalProperties).toEqual({})
})

test('a reader is told how to call before the first call, and what each group is about', async () => {
  const { document } = await readDocument()
  for (const word of ['Idempotency-Key', 'Accept-Language', 'problem+json', 'es_live_', 'field_unknown'])
    expect(document.info.description).toContain(word)
  const said = document.tags.map(({ name, description }: Record<string, string>) => name !== description)
  expect(said.length).toBeGreaterThan(7)
  expect(said).not.toContain(false)
})

test('the page of the document has a policy of its own, and finds its scripts', async () => {
  const { api } = await readDocument()
  const page = await fetch(`${api.url}/api/docs`)
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(page.headers.get('x-frame-options')).toBe('DENY')
  const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, source = '']) => new URL(source, page.url),
  )
  expect(sources.length).toBeGreaterThan(3)
  for (const source of sources) expect((await fetch(source)).status, source.href).toBe(200)
})

test('the root of the API says where things are', async () => {
  const api = await startApi()
  for (const path of ['/api', '/api/']) {
    const answer = await fetch(`${api.url}${path}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ documentation: expect.stringMatching(/\/api\/docs$/) })
  }
})
