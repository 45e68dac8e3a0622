import type { Locale, Registration, Session } from '@event-sphere/contract/auth'
import type { UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { passLimits } from '../limits/pass-limits.ts'
import type { Pass } from '../limits/rules.ts'
import { createUserOrShadow } from './create-user-or-shadow.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { readPhone } from './read-phone.ts'
import { insertConsent, listUsersWithPassword } from './store.ts'
import { viewSession } from './view-session.ts'

interface Asked {
  wanted: Registration
  visitor: Visitor
  locale: Locale
}

/**
 * An e-mail address is enough, and then nothing is hashed. Whether the address is known, neither the answer nor the
 * work says: the job finds out, and tells the mailbox.
 */
export async function register(ctx: Context, { wanted, visitor, locale }: Asked): Promise<Session> {
  const { consent, password, ...person } = wanted
  const phone = readPhone(person.phone)
  await passLimits(ctx, passesOf(person.email, visitor))
  const passwordHash = password === undefined ? null : await hashFor(ctx, person.email, password, visitor)
  const id = newUuid() as UserId
  const opened = await ctx.database.transaction(async (tx) => {
    const user = await createUserOrShadow(tx, { ...person, id, phone, passwordHash })
    if (consent) await insertConsent(tx, { userId: id, ...consent })
    await ctx.jobs.enqueue(tx, 'auth.registered-again', [{ userId: id, locale }])
    return openSession(tx, user)
  })
  return viewSession(ctx, opened)
}

async function hashFor(ctx: Context, email: string, password: string, { network, browser }: Visitor) {
  const others = await listUsersWithPassword(ctx.database.reader, email)
  const turn = { lane: 'clear', source: browser ?? network } as const
  return hashPassword(password, { turn, like: others[0]?.passwordHash ?? undefined })
}

const passesOf = (email: string, { network, browser }: Visitor): Pass[] => [
  { limit: 'register.mailbox', of: `${email} ${network}` },
  { limit: 'register.network', of: network },
  ...(browser ? [{ limit: 'register.browser', of: browser } as const] : []),
]
