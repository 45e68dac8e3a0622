import { hash } from 'node:crypto'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { Caller } from '../caller.ts'
import type { OnceKey } from './once-key.ts'

/** A key belongs to one caller and one call. */
export function onceKey(caller: Caller, call: string, key: string, asked: unknown): OnceKey {
  const who = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : ''
  return { hash: digest(`${call} ${who} ${key}`), fingerprint: digest(JSON.stringify(asked)) }
}

const digest = (text: string) => hash('sha256', text, 'buffer')

export interface KeptReplyRow extends OnceKey {
  body: string
}

/** The answers already given under these keys. */
export async function findKeptReplies(tx: Tx, keys: readonly OnceKey[]): Promise<KeptReplyRow[]> {
  const { rows } = await sql<KeptReplyRow>`
    select key_hash as hash, fingerprint, reply_body as body from idempotency_keys
    where key_hash = any(${keys.map((once) => once.hash)}::bytea[])`.execute(tx)
  return rows
}

/** Keeps answers in the transaction of their effects. */
export async function keepReplies(tx: Tx, replies: readonly KeptReplyRow[]): Promise<void> {
  if (replies.length === 0) return
  await sql`
    insert into idempotency_keys (key_hash, fingerprint, reply_body)
    select * from unnest(
      ${replies.map((reply) => reply.hash)}::bytea[], ${replies.map((reply) => reply.fingerprint)}::bytea[],
      ${replies.map((reply) => reply.body)}::text[])`.execute(tx)
}

/** The answer gained something after its transaction: the id of a prompt. */
export async function amendReply(tx: Tx, { hash }: OnceKey, body: string): Promise<void> {
  await sql`update idempotency_keys set reply_body = ${body} where key_hash = ${hash}`.execute(tx)
}
