import type { Registration, User } from '@event-sphere/contract/auth'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { getMe } from './get-me.ts'
import { readPhone } from './read-phone.ts'
import { updateProfile } from './store.ts'

type Correction = Pick<Registration, 'firstName' | 'lastName' | 'phone'>

export async function changeMe(ctx: Context, caller: Caller, change: Correction): Promise<User> {
  if (caller.kind !== 'user') throw refuse('unauthenticated')
  const phone = readPhone(change.phone)
  await ctx.database.transaction((tx) => updateProfile(tx, caller.userId, { ...change, phone }))
  return getMe(ctx, caller)
}
