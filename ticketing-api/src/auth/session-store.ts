import type { UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { OldRows } from '@event-sphere/kit/database/delete-in-batches'
import { membership, type UserRow, userColumns } from './store.ts'

export interface NewSession {
  id: string
  userId: UserId
  tokenHash: Buffer
  hours: number
}

/** A session with its first refresh token. */
export async function insertSession(tx: Tx, { id, userId, tokenHash, hours }: NewSession): Promise<void> {
  await sql`
    with opened as (
      insert into sessions (id, user_id, expires_at)
      values (${id}, ${userId}, clock.now() + make_interval(hours => ${hours})))
    insert into refresh_tokens (token_hash, session_id) values (${tokenHash}, ${id})`.execute(tx)
}

export interface OpenSession {
  user: UserRow
  expiresAt: Date
}

/** A session that nobody has ended, of a person who is active; whether its time is over is for the reader to see. */
export async function findOpenSession(reader: Reader, id: string): Promise<OpenSession | undefined> {
  const { rows } = await sql<UserRow & { expiresAt: Date }>`
    select ${userColumns}, s.expires_at as "expiresAt"
    from sessions s join users u on u.id = s.user_id ${membership}
    where s.id = ${id} and s.ended_at is null and u.is_active`.execute(reader)
  const [row] = rows
  if (!row) return undefined
  const { expiresAt, ...user } = row
  return { user, expiresAt }
}

export interface LockedSession {
  id: string
  userId: UserId
  isOpen: boolean
}

/** The session that a refresh token belongs to, held until the transaction ends. */
export async function lockSession(
  tx: Tx,
  tokenHash: Buffer,
  idleDays: number,
): Promise<LockedSession | undefined> {
  const { rows } = await sql<LockedSession>`
    select s.id, s.user_id as "userId", s.ended_at is null and s.expires_at > clock.now()
      and t.created_at > clock.now() - make_interval(days => ${idleDays}) as "isOpen"
    from refresh_tokens t join sessions s on s.id = t.session_id
    where t.token_hash = ${tokenHash} for update of s`.execute(tx)
  return rows[0]
}

/** True for the one use that a refresh token has. */
export async function markTokenUsed(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update refresh_tokens set used_at = clock.now()
    where token_hash = ${tokenHash} and used_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function insertRefreshToken(tx: Tx, sessionId: string, tokenHash: Buffer): Promise<void> {
  await sql`
    insert into refresh_tokens (token_hash, session_id) values (${tokenHash}, ${sessionId})`.execute(tx)
}

export async function endSession(tx: Tx, id: string): Promise<void> {
  await sql`update sessions set ended_at = clock.now() where id = ${id} and ended_at is null`.execute(tx)
}

export async function endSessionsOf(tx: Tx, userId: UserId): Promise<void> {
  await sql`
    update sessions set ended_at = clock.now() where user_id = ${userId} and ended_at is null`.execute(tx)
}

export interface SigningKeyRow {
  kid: string
  privateKey: string
  publicKey: string
}

const keyColumns = sql`kid, private_key as "privateKey", public_key as "publicKey"`

export async function findNewestSigningKey(reader: Reader): Promise<SigningKeyRow | undefined> {
  const { rows } = await sql<SigningKeyRow>`
    select ${keyColumns} from signing_keys order by created_at desc, kid limit 1`.execute(reader)
  return rows[0]
}

export async function findSigningKey(reader: Reader, kid: string): Promise<SigningKeyRow | undefined> {
  const { rows } = await sql<SigningKeyRow>`
    select ${keyColumns} from signing_keys where kid = ${kid}`.execute(reader)
  return rows[0]
}

/** Of several processes that start at once, one inserts its key and all use that. */
export async function insertSigningKey(tx: Tx, key: SigningKeyRow): Promise<void> {
  await sql`
    insert into signing_keys (kid, private_key, public_key)
    values (${key.kid}, ${key.privateKey}, ${key.publicKey}) on conflict (kid) do nothing`.execute(tx)
}

/** What can mean nothing any more, by the instants before which it is old. */
export function endedRows(
  ends: Record<'tokens' | 'access' | 'guessKeys' | 'sources' | 'consents', Date>,
): OldRows[] {
  return [
    { table: 'refresh_tokens', where: sql`created_at < ${ends.tokens}` },
    { table: 'sessions', where: sql`expires_at < ${ends.access}` },
    { table: 'sessions', where: sql`ended_at < ${ends.access}` },
    { table: 'email_links', where: sql`expires_at < ${ends.access}` },
    { table: 'guess_keys', where: sql`starts_at < ${ends.guessKeys}` },
    { table: 'known_sources', where: sql`seen_at < ${ends.sources}` },
    {
      table: 'consents',
      where: sql`given_at < ${ends.consents} and user_id in (select id from users where not is_active)`,
    },
  ]
}
