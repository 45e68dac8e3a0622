import { readNow } from '@event-sphere/kit/clock'
import { sql } from '@event-sphere/kit/database/database'
import { deleteInBatches } from '@event-sphere/kit/database/delete-in-batches'
import type { Context } from '../context.ts'
import { idleDays } from './rules.ts'

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
  const old = [
    { table: 'refresh_tokens', where: sql`created_at < ${ago(idleDays)}` },
    { table: 'sessions', where: sql`expires_at < ${ago(endedDays)}` },
    { table: 'sessions', where: sql`ended_at < ${ago(endedDays)}` },
    { table: 'email_links', where: sql`expires_at < ${ago(endedDays)}` },
    // Its hour and a little: no counter under it means anything then.
    { table: 'guess_keys', where: sql`starts_at < ${ago(1 / 12)}` },
    { table: 'known_sources', where: sql`seen_at < ${ago(knownSourceDays)}` },
    {
      table: 'consents',
      where: sql`given_at < ${ago(consentDays)} and user_id in (select id from users where not is_active)`,
    },
  ]
  for (const one of old) await deleteInBatches(database, one)
}
