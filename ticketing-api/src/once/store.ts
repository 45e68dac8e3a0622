import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { OldRows } from '@event-sphere/kit/database/delete-in-batches'
import type { OnceKey } from './once-key.ts'

export interface Claim {
  keyHash: Buffer
  fingerprint: Buffer
  now: Date
  until: Date
}

/** Takes the key for one call. False if it was answered, is in hand, or was used for something else. */
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

/** An act that was done under a key. Its answer is made again from its subject, so no copy of it is kept. */
export interface KeptAct extends OnceKey {
  /** The uuid of what the act made. */
  subjectId: string
}

/** What was done under these keys already. */
export async function findKeptActs(tx: Tx, keys: readonly OnceKey[]): Promise<KeptAct[]> {
  const { rows } = await sql<KeptAct>`
    select key_hash as hash, fingerprint, subject_id as "subjectId"
    from idempotency_keys
    where key_hash = any(${keys.map((once) => once.hash)}::bytea[]) and subject_id is not null`.execute(tx)
  return rows
}

/** Remembers acts in the transaction of their effects. */
export async function insertActs(tx: Tx, acts: readonly KeptAct[]): Promise<void> {
  await sql`
    insert into idempotency_keys (key_hash, fingerprint, subject_id)
    select * from unnest(
      ${acts.map((act) => act.hash)}::bytea[], ${acts.map((act) => act.fingerprint)}::bytea[],
      ${acts.map((act) => act.subjectId)}::uuid[])`.execute(tx)
}

export const answersBefore = (oldest: Date): OldRows => ({
  table: 'answers_to_keys',
  where: sql`created_at < ${oldest}`,
})

export const actsBefore = (oldest: Date): OldRows => ({
  table: 'idempotency_keys',
  where: sql`created_at < ${oldest}`,
})
