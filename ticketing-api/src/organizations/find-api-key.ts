import type { KeyCaller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../hash-secret.ts'
import { keepLiveReads } from '../live-reads.ts'
import { onePerDatabase } from '../one-per-database.ts'
import { type ApiKeyRow, findLiveKey, markKeyUsed } from './store.ts'

const keyShape = /^es_(?:live|test)_[0-9a-f]{64}$/

const keys = onePerDatabase(({ endedAccess }: Pick<Context, 'database' | 'endedAccess'>) =>
  keepLiveReads<KeyCaller>(endedAccess),
)

/** The organization's program that a key belongs to. @throws unauthenticated if the key is unknown or revoked. */
export async function findApiKey(ctx: Context, token: string): Promise<KeyCaller> {
  const caller = keyShape.test(token) ? await readOnce(ctx, hashSecret(token)) : undefined
  if (!caller) throw refuse('unauthenticated')
  return caller
}

/** Any key's end forgets all of them: they are few, and ends are rare. */
const readOnce = (ctx: Context, keyHash: Buffer) =>
  keys(ctx).read(`key ${keyHash.toString('base64')}`, 'keys', () => readKey(ctx, keyHash))

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
