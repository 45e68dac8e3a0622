import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid, randomHex } from '@event-sphere/kit/ids'
import { hashSecret } from '../hash-secret.ts'
import { sessionHoursOf } from './rules.ts'
import { insertSession } from './session-store.ts'
import type { UserRow } from './store.ts'

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
