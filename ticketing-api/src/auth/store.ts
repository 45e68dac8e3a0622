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

export const userColumns = sql`u.id, u.email, u.password_hash as "passwordHash", u.first_name as "firstName",
  u.last_name as "lastName", u.phone, u.is_platform as "isPlatform", u.is_active as "isActive",
  u.email_verified_at is not null as "isVerified", u.created_at as "createdAt",
  m.role, m.organization_id as "organizationId"`
export const membership = sql`left join lateral (
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

/** The instant it was made at; undefined if the address has an account. */
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

/** False if the organization does not exist. */
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
