import type { Registration, Session } from '@event-sphere/contract/auth'
import type { UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Context } from '../context.ts'
import { createUser } from './create-user.ts'
import { countTry } from './limits.ts'
import { openSession, viewSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { readPhone } from './read-phone.ts'
import { insertConsent } from './store.ts'

/** An e-mail address is enough, and then nothing is hashed. */
export async function register(
  ctx: Context,
  { consent, password, ...person }: Registration,
): Promise<Session> {
  const phone = readPhone(person.phone)
  await countTry(ctx, 'register', person.email)
  const passwordHash = password === undefined ? null : await hashPassword(password)
  const id = newUuid() as UserId
  const opened = await ctx.database.transaction(async (tx) => {
    const user = await createUser(tx, { ...person, id, phone, passwordHash })
    if (consent) await insertConsent(tx, { userId: id, ...consent })
    return openSession(tx, user)
  })
  return viewSession(ctx, opened)
}
