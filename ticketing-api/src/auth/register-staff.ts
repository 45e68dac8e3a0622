import type { Session, StaffRegistration } from '@event-sphere/contract/auth'
import type { UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { actsFor } from '../organizations/own-organization.ts'
import { createUser } from './create-user.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { readPhone } from './read-phone.ts'
import { insertMembership } from './store.ts'
import { viewSession } from './view-session.ts'

/** Someone who works for an organization. The session in the answer is theirs, as the plan's integrators expect it. */
export async function registerStaff(
  ctx: Context,
  caller: Caller,
  role: 'admin' | 'agent',
  { organizationId, password, ...person }: StaffRegistration,
): Promise<Session> {
  if (!actsFor(caller, organizationId)) throw refuse('not_found')
  const phone = readPhone(person.phone)
  const passwordHash = await hashPassword(password)
  const id = newUuid() as UserId
  const opened = await ctx.database.transaction(async (tx) => {
    const user = await createUser(tx, { ...person, id, phone, passwordHash })
    const isMember = await insertMembership(tx, { userId: id, organizationId, role })
    if (!isMember) throw refuse('not_found')
    return openSession(tx, { ...user, role, organizationId })
  })
  return viewSession(ctx, opened)
}
