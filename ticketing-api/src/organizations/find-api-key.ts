import { LRUCache } from 'lru-cache'
import type { KeyCaller } from '../caller.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { refuse } from '../refuse.ts'
import { type ApiKeyRow, findLiveKey, markKeyUsed } from './store.ts'

/** How long a revoked key may still work in a process that has just seen it. */
const rememberMilliseconds = 10_000
const keyShape = /^es_(?:live|test)_[0-9a-f]{64}$/

const seenKeys = onePerDatabase(
  () => new LRUCache<string, Promise<KeyCaller | undefined>>({ max: 1000, ttl: rememberMilliseconds }),
)

/** The organization's program that a key belongs to. @throws unauthenticated where the key is unknown or revoked. */
export async function findApiKey(ctx: Context, token: string): Promise<KeyCaller> {
  const caller = keyShape.test(token) ? await readOnce(ctx, hashSecret(token)) : undefined
  if (!caller) throw refuse('unauthenticated')
  return caller
}

/** Everyone who asks for one key at once waits for the same query. */
function readOnce(ctx: Context, keyHash: Buffer): Promise<KeyCaller | undefined> {
  const seen = seenKeys(ctx)
  const name = keyHash.toString('base64')
  const known = seen.get(name)
  if (known) return known
  const reading = readKey(ctx, keyHash)
  seen.set(name, reading)
  const forget = () => seen.get(name) === reading && seen.delete(name)
  reading.then((caller) => caller ?? forget(), forget)
  return reading
}

async function readKey(ctx: Context, keyHash: Buffer): Promise<KeyCaller | undefined> {
  const key = await findLiveKey(ctx.database.reader, keyHash)
  if (!key) return undefined
  if (key.isUseDue) noteUse(ctx, key)
  return { kind: 'key', keyId: key.id, organizationId: key.organizationId }
}

/** Nobody waits for this, and no call fails because of it. */
function noteUse(ctx: Context, { id }: ApiKeyRow): void {
  ctx.database
    .transaction((tx) => markKeyUsed(tx, id))
    .catch((fault: unknown) => ctx.log.warn({ err: fault, keyId: id }, "a key's last use was not noted"))
}
