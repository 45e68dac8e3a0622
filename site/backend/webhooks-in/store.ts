import { type Reader, sql } from '@event-sphere/kit/database/database'

/** On which the site's processes tell each other what the Ticketing API has told one of them. */
export const channel = 'site_happenings'

export async function notifyAll(database: Reader, subject: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${subject})`.execute(database)
}
