import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** What Safaricom can have too much of. */
export type Paused = 'prompts' | 'questions'

/** Until when the whole installation asks nothing of this kind; undefined if it may. */
export async function findPause(reader: Reader, what: Paused, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date }>`
    select until from mpesa_pauses where what = ${what} and until > ${now}`.execute(reader)
  return rows[0]?.until
}

const firstPauseSeconds = 5
const mostStrikes = 5

/**
 * Safaricom said that it is too much: everybody waits, twice as long each time that this follows within two minutes
 * of the last pause. What comes from calls that were under way when a pause began is the same strike.
 */
export async function pause(tx: Tx, what: readonly Paused[], now: Date): Promise<void> {
  await sql`
    insert into mpesa_pauses as p (what, until, strikes)
    select what, ${now}::timestamptz + make_interval(secs => ${firstPauseSeconds}), 1
    from unnest(${[...what].sort()}::text[]) as new (what)
    on conflict (what) do update set
      strikes = case when p.until > ${now}::timestamptz - interval '2 minutes'
        then least(p.strikes + 1, ${mostStrikes}) else 1 end,
      until = ${now}::timestamptz + make_interval(secs => ${firstPauseSeconds} * case
        when p.until > ${now}::timestamptz - interval '2 minutes' then 2 ^ least(p.strikes, ${mostStrikes - 1})
        else 1 end)
    where p.until <= ${now}`.execute(tx)
}
