import { sql, type Tx } from '@event-sphere/kit/database/database'

export interface Claim {
  keyHash: Buffer
  fingerprint: Buffer
  now: Date
  until: Date
}

/** Takes the key for one call. False where it was answered, is in hand, or was used for something else. */
export async function claimKey(tx: Tx, { keyHash, fingerprint, now, until }: Claim): Promise<boolean> {
  const { rows } = await sql`
    insert into answers_to_keys as a (key_hash, fingerprint, claimed_until, created_at)
    values (${keyHash}, ${fingerprint}, ${until}, ${now})
    on conflict (key_hash) do update set claimed_until = excluded.claimed_until
    where a.sealed_answer is null and a.claimed_until <= ${now} and a.fingerprint = excluded.fingerprint
    returning 1`.execute(tx)
  return rows.length > 0
}

export interface Answered {
  fingerprint: Buffer
  sealedAnswer: Buffer | null
}

export async function findAnswer(tx: Tx, keyHash: Buffer): Promise<Answered | undefined> {
  const { rows } = await sql<Answered>`
    select fingerprint, sealed_answer as "sealedAnswer" from answers_to_keys where key_hash = ${keyHash}`.execute(
    tx,
  )
  return rows[0]
}

export async function keepAnswer(tx: Tx, { keyHash, until }: Claim, sealed: Buffer): Promise<void> {
  await sql`
    update answers_to_keys set sealed_answer = ${sealed}
    where key_hash = ${keyHash} and claimed_until = ${until}`.execute(tx)
}

/** Of a call that was refused or failed: the same key may try again. */
export async function dropClaim(tx: Tx, { keyHash, until }: Claim): Promise<void> {
  await sql`
    delete from answers_to_keys
    where key_hash = ${keyHash} and claimed_until = ${until} and sealed_answer is null`.execute(tx)
}
