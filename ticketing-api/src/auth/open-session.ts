import type { Session } from '@event-sphere/contract/auth'
import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { accessToken } from './access-token.ts'
import { sessionHoursOf } from './rules.ts'
import { insertSession } from './session-store.ts'
import { signAccessToken } from './sign-access-token.ts'
import type { UserRow } from './store.ts'
import { viewUser } from './view.ts'

/** A session as it leaves its transaction; the access token is signed after the commit. */
export interface OpenedSession {
  id: string
  user: UserRow
  refreshToken: string
}

export async function openSession(tx: Tx, user: UserRow): Promise<OpenedSession> {
  const refreshToken = randomHex(32)
  const tokenHash = hashSecret(refreshToken)
  const id = newUuid()
  await insertSession(tx, { id, userId: user.id, tokenHash, hours: sessionHoursOf(user) })
  return { id, user, refreshToken }
}

export async function viewSession(ctx: Context, { id, user, refreshToken }: OpenedSession): Promise<Session> {
  return {
    user: viewUser(user),
    access_token: await signAccessToken(ctx, user, id),
    refresh_token: refreshToken,
    token_type: 'Bearer',
    expires_in: accessToken.lifetimeSeconds,
  }
}
