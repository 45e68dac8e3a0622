import type { Caller } from '../call/caller.ts'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { passInDoubt } from './pass-in-doubt.ts'
import type { Pass } from './rules.ts'

export interface PromptWish {
  caller: Caller
  visitor: Visitor
  /** E.164. */
  phone: string
  /** Of the act: sent twice, it counts once. */
  key: string
  /** Whether this account has paid from this phone before. */
  hasPaidFrom: boolean
}

/**
 * Nobody makes strangers' phones ring: a phone has its prompts of a day, a person and a browser their few phones, and
 * unproven mailboxes of one network, and of all, a budget. A person who has paid from a phone is not a stranger to it.
 * @returns what was counted in doubt: `endDoubt` says whether a phone rings
 * @throws rate_limited, with when to try again
 */
export async function passPromptLimits(
  ctx: Context,
  { caller, visitor, phone, key, hasPaidFrom }: PromptWish,
): Promise<Pass[]> {
  const passes: Pass[] = []
  if (caller.kind === 'user' && hasPaidFrom)
    passes.push({ limit: 'prompt.phone.payer', of: `${caller.userId} ${phone}`, once: key })
  else passes.push({ limit: 'prompt.phone', of: phone, once: key })
  if (caller.kind === 'user') {
    if (!hasPaidFrom)
      passes.push({ limit: 'prompt.phone.network', of: `${visitor.network} ${phone}`, once: key })
    passes.push({ limit: 'prompt.account', of: caller.userId, once: phone })
    if (visitor.browser) passes.push({ limit: 'prompt.browser', of: visitor.browser, once: phone })
    if (!caller.isProven)
      passes.push(
        { limit: 'prompt.network', of: visitor.network, once: phone },
        { limit: 'prompt.all', of: 'unproven', once: key },
      )
  }
  const used = await passInDoubt(ctx, passes)
  return passes.filter(({ limit }) => used[limit] !== undefined)
}
