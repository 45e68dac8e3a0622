import { type Reader, sql } from '@event-sphere/kit/database/database'

/** The channel on which the site's processes share news from the Ticketing API. */
export const channel = 'site_happenings'

export async function notifyAll(database: Reader, subject: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${subject})`.execute(database)
}
