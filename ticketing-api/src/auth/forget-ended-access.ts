import { readNow } from '@event-sphere/kit/clock'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import { idleDays } from './rules.ts'
import { endedRows } from './session-store.ts'

const dayMilliseconds = 86_400_000
/** Ended sessions and links stay as long as somebody may ask what happened. */
const endedDays = 7
/** A browser that has not signed in for so long is a new one. */
const knownSourceDays = 180
/** The proof of a consent outlives the account that gave it by two years. */
const consentDays = 2 * 365

/**
 * Sessions, tokens, links and what is known of browsers are deleted when they can mean nothing any more. A refresh
 * token as old as the longest idle time opens nothing, used or not.
 */
export async function forgetEndedAccess({ database }: Pick<Context, 'database'>): Promise<void> {
  const now = await readNow(database.reader)
  const ago = (days: number) => new Date(now.getTime() - days * dayMilliseconds)
  const ends = {
    tokens: ago(idleDays),
    access: ago(endedDays),
    // Its hour and a little: no counter under it means anything then.
    guessKeys: ago(1 / 12),
    sources: ago(knownSourceDays),
    consents: ago(consentDays),
  }
  for (const old of endedRows(ends)) await deleteInBatches(database, old)
}
