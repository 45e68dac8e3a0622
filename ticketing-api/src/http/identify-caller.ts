import { verifyAccessToken } from '../auth/verify-access-token.ts'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findApiKey } from '../organizations/find-api-key.ts'

/**
 * Identifies the caller. No header means the public; an invalid header is refused even on public endpoints,
 * so that nobody takes an anonymous answer for their own.
 */
export async function identifyCaller(ctx: Context, authorization: string | undefined): Promise<Caller> {
  if (authorization === undefined) return { kind: 'public' }
  const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1]
  if (!token) throw refuse('unauthenticated')
  return token.startsWith('es_') ? findApiKey(ctx, token) : verifyAccessToken(ctx, token)
}
