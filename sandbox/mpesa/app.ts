import { type FastifyInstance, fastify, LogController } from 'fastify'
import { c2bRoutes } from './c2b/routes.ts'
import { controlRoutes } from './control/routes.ts'
import { oauthRoutes } from './oauth.ts'
import type { MpesaSandboxOptions } from './options.ts'
import { phoneRoutes } from './phone/routes.ts'
import { makeSandbox, type Sandbox } from './sandbox.ts'
import { stkPushRoutes } from './stk-push/routes.ts'
import { stkQueryRoutes } from './stk-query.ts'
import { resourceNotFound } from './wire/daraja-refusal.ts'
import { sendRefusal } from './wire/error-envelope.ts'

export interface RunningSandbox {
  /** Without a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/** Daraja parses a body only after checking the token, so here every body arrives as text. */
async function darajaRoutes(app: FastifyInstance, sandbox: Sandbox): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((fault, _request, reply) => sendRefusal(reply, fault))
  oauthRoutes(app, sandbox)
  stkPushRoutes(app, sandbox)
  stkQueryRoutes(app, sandbox)
  c2bRoutes(app, sandbox)
}

function buildApp(sandbox: Sandbox): FastifyInstance {
  const app = fastify({
    logger: { level: 'silent' },
    // URLs here contain phone numbers and e-mail addresses.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
  })
  app.setNotFoundHandler((request, reply) => sendRefusal(reply, resourceNotFound(request.url)))
  app.register(async (scope) => darajaRoutes(scope, sandbox))
  app.register(async (scope) => controlRoutes(scope, sandbox), { prefix: '/__sim' })
  app.register(async (scope) => phoneRoutes(scope, sandbox))
  return app
}

async function closeAll(app: FastifyInstance, sandbox: Sandbox): Promise<void> {
  sandbox.clock.forget()
  const closed = app.close()
  await sandbox.courier.close()
  // Connections still open after a second belong to calls that a fault left hanging.
  const letGo = setTimeout(() => app.server.closeAllConnections(), 1_000)
  await closed
  clearTimeout(letGo)
}

/** Starts a stand-in for Safaricom's Daraja on its own port; its state is only in memory. */
export async function startMpesaSandbox(options: MpesaSandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = makeSandbox(options)
  const app = buildApp(sandbox)
  const url = await app.listen({ host: sandbox.settings.host, port: sandbox.settings.port })
  app.log.level = sandbox.settings.logLevel
  app.log.info({ url, speed: sandbox.clock.speed }, 'Daraja sandbox listening')
  return { url, close: () => closeAll(app, sandbox) }
}
