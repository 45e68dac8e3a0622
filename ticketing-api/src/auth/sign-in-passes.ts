import type { Visitor } from '../call/visitor.ts'
import type { Pass } from '../limits/rules.ts'

/** Where the owner has signed in before: from this browser, or only from this network, which others share. */
export type Familiarity = 'browser' | 'network' | 'none'

interface Try {
  email: string
  /** Of the password that is tried. */
  shade: string
  visitor: Visitor
  familiarity: Familiarity
}

/**
 * What one try passes. A browser that has signed in has a budget that nobody else can use up. Strangers share one of the
 * account, wherever they come from, so that forty networks have no more guesses than one; who is kept out by them has
 * the mailed link.
 */
export function signInPasses({ email, shade, visitor: { network, browser }, familiarity }: Try): Pass[] {
  if (familiarity === 'browser') return [{ limit: 'login.known', of: `${email} ${browser}` }]
  const spray: Pass = { limit: 'login.spray', of: shade, once: email }
  if (familiarity === 'network') return [{ limit: 'login.known', of: `${email} ${network}` }, spray]
  return [
    { limit: 'login.account', of: `${email} ${network}` },
    { limit: 'login.network', of: network },
    { limit: 'login.password', of: `${network} ${shade}` },
    { limit: 'login.strangers', of: email },
    spray,
  ]
}
