import type { UserId } from '@event-sphere/contract/values/ids'
import { errors, type JWTHeaderParameters, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import type { UserCaller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { accessClaims, accessToken } from './access-token.ts'
import { findLiveSession } from './find-live-session.ts'
import { staffRolesOf } from './rules.ts'
import { findVerifyingKey } from './signing-keys.ts'

interface Verified {
  userId: UserId
  sessionId: string
  endsAt: Date
}

/** A signature costs more to verify than most calls cost in all, so a token is verified once and kept until it ends. */
const verifiedTokens = onePerDatabase(() => new LRUCache<string, Verified>({ max: 5000 }))

/**
 * Who holds this access token. @throws token_expired if it was ours and its time is over, else unauthenticated, also
 * if its session has ended.
 */
export async function verifyAccessToken(ctx: Context, token: string): Promise<UserCaller> {
  const session = await findLiveSession(ctx, await verifyOnce(ctx, token))
  if (!session) throw refuse('unauthenticated')
  const { id: userId, email, organizationId, isVerified, isPlatform, role } = session.user
  const roles = staffRolesOf({ role, isPlatform })
  return { kind: 'user', userId, email, roles, organizationId, isProven: isVerified || roles.length > 0 }
}

async function verifyOnce(ctx: Context, token: string): Promise<Verified> {
  const kept = verifiedTokens(ctx)
  const known = kept.get(token)
  if (known && known.endsAt > ctx.clock.now()) return known
  kept.delete(token)
  const verified = await verify(ctx, token)
  kept.set(token, verified)
  return verified
}

async function verify(ctx: Context, token: string): Promise<Verified> {
  const { alg, typ, issuer, audience } = accessToken
  try {
    const findKey = (header: JWTHeaderParameters) => keyNamedBy(ctx, header)
    const options = { algorithms: [alg], typ, issuer, audience, currentDate: ctx.clock.now() }
    const { payload } = await jwtVerify(token, findKey, options)
    return readClaims(payload)
  } catch (fault) {
    if (fault instanceof errors.JWTExpired) throw refuse('token_expired')
    throw fault instanceof errors.JOSEError ? refuse('unauthenticated') : fault
  }
}

async function keyNamedBy(ctx: Context, { kid }: JWTHeaderParameters) {
  const key = kid === undefined ? undefined : await findVerifyingKey(ctx, kid)
  if (!key) throw new errors.JWKSNoMatchingKey()
  return key
}

function readClaims(payload: unknown): Verified {
  const read = accessClaims.safeParse(payload)
  if (!read.success) throw refuse('unauthenticated')
  const { sub, sid, exp } = read.data
  return { userId: sub as UserId, sessionId: sid, endsAt: new Date(exp * 1000) }
}
