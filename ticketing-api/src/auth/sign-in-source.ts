import { hash } from 'node:crypto'
import type { UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Visitor } from '../call/visitor.ts'
import type { Context } from '../context.ts'
import { insertKnownSources, listKnownSources } from './guess-store.ts'
import type { Familiarity } from './sign-in-passes.ts'

/** Whether the owner of an account has signed in from this browser before, or at least from this network. */
export async function familiarityOf(
  ctx: Context,
  userId: UserId | undefined,
  { network, browser }: Visitor,
): Promise<Familiarity> {
  const [ofNetwork, ofBrowser] = hashesOf({ network, browser })
  const sources = [ofNetwork, ofBrowser].filter((source) => source !== undefined)
  // Asked for unknown addresses too, so that they take as long.
  const known = await listKnownSources(ctx.database.reader, userId ?? nobody, sources)
  const isKnown = (source: Buffer | undefined) => known.some((one) => source?.equals(one))
  if (isKnown(ofBrowser)) return 'browser'
  return isKnown(ofNetwork) ? 'network' : 'none'
}

export async function rememberSource(ctx: Context, tx: Tx, userId: UserId, visitor: Visitor): Promise<void> {
  await insertKnownSources(tx, userId, hashesOf(visitor), ctx.clock.now())
}

const nobody = '00000000-0000-0000-0000-000000000000' as UserId

const hashesOf = ({ network, browser }: Visitor) =>
  [`network ${network}`, ...(browser ? [`browser ${browser}`] : [])].map((name) =>
    hash('sha256', name, 'buffer').subarray(0, 16),
  )
