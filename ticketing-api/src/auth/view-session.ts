import type { Session } from '@event-sphere/contract/auth'
import type { Context } from '../context.ts'
import { accessToken } from './access-token.ts'
import type { OpenedSession } from './open-session.ts'
import { signAccessToken } from './sign-access-token.ts'
import { viewUser } from './view.ts'

/** What the person is given; the access token is signed after the session's commit. */
export async function viewSession(ctx: Context, { id, user, refreshToken }: OpenedSession): Promise<Session> {
  return {
    user: viewUser(user),
    access_token: await signAccessToken(ctx, user, id),
    refresh_token: refreshToken,
    token_type: 'Bearer',
    expires_in: accessToken.lifetimeSeconds,
  }
}
