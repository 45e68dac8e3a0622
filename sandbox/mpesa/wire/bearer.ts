import type { FastifyRequest } from 'fastify'
import type { Sandbox } from '../sandbox.ts'
import { invalidAccessToken, invalidHeader, methodNotAllowed } from './daraja-refusal.ts'

/** Every product first checks for a valid token, then for the method. */
export function requireCaller(sandbox: Sandbox, request: FastifyRequest, product: 'stk' | 'c2b'): void {
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (!sandbox.tokens.isLive(token, sandbox.clock.date())) throw invalidAccessToken(product)
  if (request.method === 'POST') return
  throw product === 'stk' ? methodNotAllowed(request.method) : invalidHeader()
}
