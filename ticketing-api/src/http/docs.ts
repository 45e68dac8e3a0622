import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { describeApi } from './openapi.ts'
import type { Route } from './route.ts'

/** `/api/openapi.json` and a page to read it, both made from the contract. */
export async function serveDocs(api: FastifyInstance, ctx: Context, routes: readonly Route[]): Promise<void> {
  const document = describeApi(routes, ctx.config.publicUrl)
  const text = JSON.stringify(document)
  api.get('/openapi.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=60')
    return reply.type('application/json; charset=utf-8').send(text)
  })
  await api.register(swagger, { mode: 'static', specification: { document: document as never } })
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })
}
