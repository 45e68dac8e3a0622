import { SignJWT } from 'jose'
import type { Context } from '../context.ts'
import { accessToken } from './access-token.ts'
import { staffRolesOf } from './rules.ts'
import { getSigningKey } from './signing-keys.ts'
import type { UserRow } from './store.ts'

export async function signAccessToken(ctx: Context, user: UserRow, sessionId: string): Promise<string> {
  const { kid, privateKey } = await getSigningKey(ctx)
  const { alg, typ, issuer, audience, lifetimeSeconds } = accessToken
  const seconds = Math.floor(ctx.clock.now().getTime() / 1000)
  const { email, organizationId } = user
  return new SignJWT({ sid: sessionId, email, roles: staffRolesOf(user), organizationId })
    .setProtectedHeader({ alg, typ, kid })
    .setSubject(user.id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifetimeSeconds)
    .sign(privateKey)
}
