import { createHash } from 'node:crypto'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { Caller } from '../caller.ts'
import type { OnceKey } from './order.ts'

/** A key belongs to one caller and one call; the fingerprint tells a retry from another request under the same key. */
export function onceKey(caller: Caller, call: string, key: string, asked: unknown): OnceKey {
  const who = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : ''
  return {
    scope: `${call} ${who}`,
    key,
    fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest(),
  }
}

export interface KeptReplyRow {
  scope: string
  key: string
  fingerprint: Buffer
  body: string
}

/** The answers already given under these keys. */
export async function findKeptReplies(tx: Tx, keys: readonly OnceKey[]): Promise<KeptReplyRow[]> {
  const { rows } = await sql<KeptReplyRow>`
    select scope, key, fingerprint, reply_body as body from idempotency_keys
    where (scope, key) in (select * from unnest(
      ${keys.map((once) => once.scope)}::text[], ${keys.map((once) => once.key)}::text[]))`.execute(tx)
  return rows
}

/** Keeps answers in the transaction of their effects. */
export async function keepReplies(tx: Tx, replies: readonly KeptReplyRow[]): Promise<void> {
  if (replies.length === 0) return
  await sql`
    insert into idempotency_keys (scope, key, fingerprint, reply_body)
    select * from unnest(
      ${replies.map((reply) => reply.scope)}::text[], ${replies.map((reply) => reply.key)}::text[],
      ${replies.map((reply) => reply.fingerprint)}::bytea[], ${replies.map((reply) => reply.body)}::text[])`.execute(
    tx,
  )
}

/** The answer gained something after its transaction: the id of a prompt. */
export async function amendReply(tx: Tx, { scope, key }: OnceKey, body: string): Promise<void> {
  await sql`update idempotency_keys set reply_body = ${body} where scope = ${scope} and key = ${key}`.execute(
    tx,
  )
}
