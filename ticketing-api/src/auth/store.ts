import type { Registration } from '@event-sphere/contract/auth'
import type { OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

export interface UserRow {
  id: UserId
  email: string
  passwordHash: string | null
  firstName: string | null
  lastName: string | null
  phone: string | null
  isPlatform: boolean
  isActive: boolean
  isVerified: boolean
  createdAt: Date
  /** Of the one organization that they work for. */
  role: 'admin' | 'agent' | null
  organizationId: OrganizationId | null
}

const userColumns = sql`u.id, u.email, u.password_hash as "passwordHash", u.first_name as "firstName",
  u.last_name as "lastName", u.phone, u.is_platform as "isPlatform", u.is_active as "isActive",
  u.email_verified_at is not null as "isVerified", u.created_at as "createdAt",
  m.role, m.organization_id as "organizationId"`
const membership = sql`left join lateral (
  select role, organization_id from memberships where user_id = u.id order by organization_id limit 1) m on true`

export async function findUser(reader: Reader, id: UserId): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`
    select ${userColumns} from users u ${membership} where u.id = ${id}`.execute(reader)
  return rows[0]
}

/** The named account of an address. */
export async function findUserByEmail(reader: Reader, email: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`
    select ${userColumns} from users u ${membership} where u.email = ${email} and not u.is_shadow`.execute(
    reader,
  )
  return rows[0]
}

/** The accounts of an address that have a password, the named one first. */
export async function listUsersWithPassword(reader: Reader, email: string): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select ${userColumns} from users u ${membership}
    where u.email = ${email} and (not u.is_shadow or u.is_active) and u.password_hash is not null
    order by u.is_shadow, u.created_at`.execute(reader)
  return rows
}

export interface NewUser extends Pick<Registration, 'email' | 'firstName' | 'lastName' | 'phone'> {
  id: UserId
  passwordHash: string | null
}

/** The instant it was made at; undefined where the address has an account. */
export async function insertUser(tx: Tx, user: NewUser): Promise<Date | undefined> {
  const { rows } = await sql<{ createdAt: Date }>`
    insert into users (id, email, password_hash, first_name, last_name, phone)
    values (${user.id}, ${user.email}, ${user.passwordHash}, ${user.firstName ?? null},
      ${user.lastName ?? null}, ${user.phone ?? null})
    on conflict (email) where not is_shadow do nothing
    returning created_at as "createdAt"`.execute(tx)
  return rows[0]?.createdAt
}

/** The named account of a new address, a shadow of a known one, in one statement for both; undefined if another came between. */
export async function insertUserOrShadow(
  tx: Tx,
  user: NewUser,
): Promise<{ createdAt: Date; isShadow: boolean } | undefined> {
  const { rows } = await sql<{ createdAt: Date; isShadow: boolean }>`
    insert into users (id, email, password_hash, first_name, last_name, phone, is_shadow)
    select ${user.id}, ${user.email}, ${user.passwordHash}, ${user.firstName ?? null}, ${user.lastName ?? null},
      ${user.phone ?? null}, exists (select from users where email = ${user.email} and not is_shadow)
    on conflict (email) where not is_shadow do nothing
    returning created_at as "createdAt", is_shadow as "isShadow"`.execute(tx)
  return rows[0]
}

/** The address of a shadow; undefined for a named account. */
export async function findShadowEmail(reader: Reader, id: UserId): Promise<string | undefined> {
  const { rows } = await sql<{ email: string }>`
    select email from users where id = ${id} and is_shadow and is_active`.execute(reader)
  return rows[0]?.email
}

/** The shadows of an address end, their sessions with them; what they bought goes to the named account. */
export async function endShadows(tx: Tx, email: string): Promise<void> {
  await sql`
    update users set is_active = false, password_hash = null
    where email = ${email} and is_shadow and is_active`.execute(tx)
}

/** False where there is no such organization. */
export async function insertMembership(
  tx: Tx,
  {
    userId,
    organizationId,
    role,
  }: { userId: UserId; organizationId: OrganizationId; role: 'admin' | 'agent' },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into memberships (user_id, organization_id, role)
    select ${userId}, id, ${role} from organizations where id = ${organizationId}`.execute(tx)
  return numAffectedRows === 1n
}

export async function insertConsent(
  tx: Tx,
  { userId, text, locale }: { userId: UserId; text: string; locale: string },
): Promise<void> {
  await sql`insert into consents (user_id, text, locale) values (${userId}, ${text}, ${locale})`.execute(tx)
}

/** Undefined values stay as they are. */
export async function updateProfile(
  tx: Tx,
  id: UserId,
  { firstName, lastName, phone }: Pick<Registration, 'firstName' | 'lastName' | 'phone'>,
): Promise<void> {
  await sql`
    update users set first_name = coalesce(${firstName ?? null}, first_name),
      last_name = coalesce(${lastName ?? null}, last_name), phone = coalesce(${phone ?? null}, phone)
    where id = ${id}`.execute(tx)
}

/** The mailbox is proven. True for the first proof, which drops the password: it may have been set by a stranger. */
export async function markEmailVerified(tx: Tx, id: UserId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update users set email_verified_at = clock.now(), password_hash = null
    where id = ${id} and email_verified_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function markPlatformUser(tx: Tx, id: UserId, passwordHash: string): Promise<void> {
  await sql`
    update users set is_platform = true, is_active = true, password_hash = ${passwordHash},
      email_verified_at = coalesce(email_verified_at, clock.now())
    where id = ${id}`.execute(tx)
}

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

export interface NewEmailLink {
  /** Of the request that it is mailed for. */
  askId: string
  tokenHash: Buffer
  userId: UserId
  expiresAt: Date
}

/** False while a link that nobody has used ends later than `unlessEndsAfter`: it lies in the mailbox. */
export async function insertEmailLink(tx: Tx, link: NewEmailLink, unlessEndsAfter: Date): Promise<boolean> {
  await sql`select from users where id = ${link.userId} for update`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into email_links (token_hash, user_id, expires_at, ask_id)
    select ${link.tokenHash}, ${link.userId}, ${link.expiresAt}, ${link.askId}
    where not exists (select from email_links
      where user_id = ${link.userId} and used_at is null and expires_at > ${unlessEndsAfter}
        and ask_id is distinct from ${link.askId})`.execute(tx)
  return numAffectedRows === 1n
}

/** Whose link it was; undefined where it is unknown, too old or was used before. */
export async function takeEmailLink(tx: Tx, tokenHash: Buffer): Promise<UserId | undefined> {
  const { rows } = await sql<{ userId: UserId }>`
    update email_links set used_at = clock.now()
    where token_hash = ${tokenHash} and used_at is null and expires_at > clock.now()
    returning user_id as "userId"`.execute(tx)
  return rows[0]?.userId
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

/** Those of these sources from which somebody signed in to this account before. */
export async function listKnownSources(
  reader: Reader,
  userId: UserId,
  sources: readonly Buffer[],
): Promise<Buffer[]> {
  const { rows } = await sql<{ source: Buffer }>`
    select source_hash as source from known_sources
    where user_id = ${userId} and source_hash = any(${sources}::bytea[])`.execute(reader)
  return rows.map(({ source }) => source)
}

export async function insertKnownSources(
  tx: Tx,
  userId: UserId,
  sources: readonly Buffer[],
  now: Date,
): Promise<void> {
  await sql`
    insert into known_sources (user_id, source_hash, seen_at)
    select ${userId}, source, ${now}::timestamptz from unnest(${sources}::bytea[]) source order by source
    on conflict (user_id, source_hash) do update set seen_at = excluded.seen_at`.execute(tx)
}

/** The key of this hour: the one that is there, or else this one. */
export async function ensureGuessKey(tx: Tx, startsAt: Date, key: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer }>`
    insert into guess_keys (starts_at, key) values (${startsAt}, ${key})
    on conflict (starts_at) do update set key = guess_keys.key returning key`.execute(tx)
  return rows[0]?.key ?? key
}
