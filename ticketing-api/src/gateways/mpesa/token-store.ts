import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** Renewed a minute before its end, so that no call travels with one that dies on the way. */
const marginSeconds = 60

/**
 * The token that every process of the installation uses, if it is still good. Safaricom's hour passes by the
 * world's clock, so this one place asks that clock and not the one that a demonstration may have moved.
 */
export async function findKeptToken(reader: Reader, consumerKey: string): Promise<string | undefined> {
  const { rows } = await sql<{ token: string }>`
    select token from mpesa_tokens
    where consumer_key = ${consumerKey}
      and expires_at > clock_timestamp() + make_interval(secs => ${marginSeconds})`.execute(reader)
  return rows[0]?.token
}

/** One renewal at a time in the whole installation; a process that dies in it frees the lock by dying. */
export async function lockToken(tx: Tx, consumerKey: string): Promise<void> {
  await sql`set local lock_timeout = '8s'`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mpesa_tokens ${consumerKey}`}, 0))`.execute(tx)
}

export async function keepToken(
  tx: Tx,
  consumerKey: string,
  fresh: { token: string; seconds: number },
): Promise<void> {
  await sql`
    insert into mpesa_tokens (consumer_key, token, expires_at)
    values (${consumerKey}, ${fresh.token}, clock_timestamp() + make_interval(secs => ${fresh.seconds}))
    on conflict (consumer_key) do update set token = excluded.token, expires_at = excluded.expires_at`.execute(
    tx,
  )
}
