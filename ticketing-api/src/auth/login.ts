import type { Session } from '@event-sphere/contract/auth'
import { refuse } from '../call/refuse.ts'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import type { LimitName } from '../limits/allowances.ts'
import { endDoubt } from '../limits/end-doubt.ts'
import { passInDoubt } from '../limits/pass-in-doubt.ts'
import type { Turn } from './hashing-line.ts'
import { openSession } from './open-session.ts'
import { findMatch } from './password-hash.ts'
import { shadeOfGuess } from './shade-of-guess.ts'
import { signInPasses } from './sign-in-passes.ts'
import { familiarityOf, rememberSource } from './sign-in-source.ts'
import { listUsersWithPassword, type UserRow } from './store.ts'
import { viewSession } from './view-session.ts'

interface Credentials {
  email: string
  password: string
}

/**
 * A wrong password, an account without one and an unknown address get the same answer after the same work. Counted
 * before the answer is known, so that guesses made all at once are no more than guesses made in turn; right ones that come
 * all at once wait for each other.
 */
export async function login(ctx: Context, said: Credentials, visitor: Visitor): Promise<Session> {
  const users = await listUsersWithPassword(ctx.database.reader, said.email)
  const familiarity = await familiarityOf(ctx, users[0]?.id, visitor)
  const shade = await shadeOfGuess(ctx, said.password)
  const passes = signInPasses({ email: said.email, shade, visitor, familiarity })
  const failed = await passInDoubt(ctx, passes)
  let isWrong = true
  try {
    const hashes = users.map((user) => user.passwordHash ?? '')
    const user = users[(await findMatch(said.password, hashes, turnOf(failed, visitor))) ?? -1]
    if (!user?.isActive) throw refuse('wrong_credentials')
    isWrong = false
    return await signIn(ctx, user, visitor)
  } finally {
    await endDoubt(ctx, passes, isWrong)
  }
}

async function signIn(ctx: Context, user: UserRow, visitor: Visitor): Promise<Session> {
  const opened = await ctx.database.transaction(async (tx) => {
    await rememberSource(ctx, tx, user.id, visitor)
    return openSession(tx, user)
  })
  return viewSession(ctx, opened)
}

/** A network fails now and then by its mere size. */
const manyFailuresOfNetwork = 5

function turnOf(failed: Partial<Record<LimitName, number>>, { network, browser }: Visitor): Turn {
  const ofAccount = (failed['login.account'] ?? 0) + (failed['login.known'] ?? 0)
  const isGuess = ofAccount > 0 || (failed['login.network'] ?? 0) >= manyFailuresOfNetwork
  return { lane: isGuess ? 'guesses' : 'clear', source: browser ?? network }
}
