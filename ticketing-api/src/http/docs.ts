import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Route } from '../call/route.ts'
import type { Context } from '../context.ts'
import { describeApi } from './openapi.ts'

/** The page runs its own scripts and styles, asks this API alone, and stands in nobody's frame. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `/api` says where things are; `/api/openapi.json` and a page to read it are made from the contract. */
export async function serveDocs(api: FastifyInstance, ctx: Context, routes: readonly Route[]): Promise<void> {
  const { publicUrl } = ctx.config
  const document = describeApi(routes, publicUrl)
  const text = JSON.stringify(document)
  const places = {
    name: document.info.title,
    version: document.info.version,
    documentation: `${publicUrl}/api/docs`,
    openapi: `${publicUrl}/api/openapi.json`,
    health: `${publicUrl}/readyz`,
  }
  api.get('/', async (_request, reply) => reply.header('cache-control', 'public, max-age=60').send(places))
  api.get('/openapi.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=60')
    return reply.type('application/json; charset=utf-8').send(text)
  })
  await api.register(swagger, { mode: 'static', specification: { document: document as never } })
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    // The page's own links do not know of the prefix that it is registered under.
    indexPrefix: '/api',
    staticCSP: pagePolicy,
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })
}
