import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Sandbox } from './sandbox.ts'
import { tokenSeconds } from './token-book.ts'
import { DarajaRefusal, methodNotAllowed } from './wire/daraja-refusal.ts'
import { isStruckOnWire } from './wire/wire-fault.ts'

const invalidAuthentication = (): DarajaRefusal =>
  new DarajaRefusal(400, '400.008.01', 'Invalid Authentication passed')
const invalidGrantType = (): DarajaRefusal =>
  new DarajaRefusal(400, '400.008.02', 'Invalid grant type passed')

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function basicCredentials(header: string | undefined): string {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (!encoded) throw invalidAuthentication()
  return Buffer.from(encoded, 'base64').toString()
}

/** `GET /oauth/v1/generate?grant_type=client_credentials`. A wrong key gets 400 and no body at all. */
export function oauthRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { settings, rules } = sandbox
  app.all<{ Querystring: { grant_type?: unknown } }>('/oauth/v1/generate', async (request, reply) => {
    if (isStruckOnWire(sandbox, 'oauth', request, reply)) return reply
    if (request.method !== 'GET') throw methodNotAllowed(request.method)
    const credentials = basicCredentials(request.headers.authorization)
    if (request.query.grant_type !== 'client_credentials') throw invalidGrantType()
    if (!isSame(credentials, `${settings.consumerKey}:${settings.consumerSecret}`))
      return reply.code(400).send()
    const expires = rules.expiresInAsNumber ? tokenSeconds : String(tokenSeconds)
    return {
      access_token: sandbox.tokens.issue(sandbox.clock.date(), rules.revokeOldToken),
      expires_in: expires,
    }
  })
}
