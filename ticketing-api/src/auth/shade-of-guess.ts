import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { ensureGuessKey } from './guess-store.ts'

const hourMilliseconds = 3_600_000

interface HourKey {
  startsAt: number
  key: Promise<Buffer>
}

const latest = onePerDatabase(() => ({ known: undefined as HourKey | undefined }))

/**
 * A mark by which one password is known again when it is tried on another account, in any process: a keyed hash, cut to
 * one of 16 million. The key lives for an hour, and nothing that is stored can be compared with a list of passwords later.
 */
export async function shadeOfGuess(ctx: Pick<Context, 'database' | 'clock'>, password: string) {
  const startsAt = Math.floor(ctx.clock.now().getTime() / hourMilliseconds) * hourMilliseconds
  const remembered = latest(ctx)
  if (remembered.known?.startsAt !== startsAt) remembered.known = { startsAt, key: openKey(ctx, startsAt) }
  try {
    return createHmac('sha256', await remembered.known.key)
      .update(password)
      .digest('hex')
      .slice(0, 6)
  } catch (fault) {
    remembered.known = undefined
    throw fault
  }
}

const openKey = ({ database }: Pick<Context, 'database'>, startsAt: number) =>
  database.transaction((tx) => ensureGuessKey(tx, new Date(startsAt), randomBytes(32)))
