import type { User } from '@event-sphere/contract/auth'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findUser } from './store.ts'
import { viewUser } from './view.ts'

export async function getMe(ctx: Context, caller: Caller): Promise<User> {
  const row = caller.kind === 'user' ? await findUser(ctx.database.reader, caller.userId) : undefined
  if (!row?.isActive) throw refuse('unauthenticated')
  return viewUser(row)
}
