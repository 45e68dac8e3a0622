import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { OnceKey } from './once-key.ts'

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
export async function keepActs(tx: Tx, acts: readonly KeptAct[]): Promise<void> {
  if (acts.length === 0) return
  await sql`
    insert into idempotency_keys (key_hash, fingerprint, subject_id)
    select * from unnest(
      ${acts.map((act) => act.hash)}::bytea[], ${acts.map((act) => act.fingerprint)}::bytea[],
      ${acts.map((act) => act.subjectId)}::uuid[])`.execute(tx)
}
