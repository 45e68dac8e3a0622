import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Context } from '../context.ts'
import { onePerDatabase } from '../one-per-database.ts'
import {
  findNewestSigningKey,
  findSigningKey,
  insertSigningKey,
  type SigningKeyRow,
} from './session-store.ts'

interface KeyRing {
  signing?: { kid: string; privateKey: KeyObject }
  verifying: Map<string, KeyObject>
}

const rings = onePerDatabase((): KeyRing => ({ verifying: new Map() }))
const firstKid = 'access-1'

/** The key that this installation signs access tokens with; it is made at first use. */
export async function getSigningKey(ctx: Context): Promise<{ kid: string; privateKey: KeyObject }> {
  const ring = rings(ctx)
  if (ring.signing) return ring.signing
  const { kid, privateKey } =
    (await findNewestSigningKey(ctx.database.reader)) ?? (await agreeOnFirstKey(ctx))
  ring.signing = { kid, privateKey: createPrivateKey(privateKey) }
  return ring.signing
}

/** The public half of a key of ours; nothing that a token says about its own key is believed but this name. */
export async function findVerifyingKey(ctx: Context, kid: string): Promise<KeyObject | undefined> {
  const { verifying } = rings(ctx)
  const known = verifying.get(kid)
  if (known || !/^[\w-]{1,40}$/.test(kid)) return known
  const row = await findSigningKey(ctx.database.reader, kid)
  if (!row) return undefined
  const key = createPublicKey(row.publicKey)
  verifying.set(kid, key)
  return key
}

async function agreeOnFirstKey(ctx: Context): Promise<SigningKeyRow> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
  return ctx.database.transaction(async (tx) => {
    await insertSigningKey(tx, { kid: firstKid, privateKey, publicKey })
    const agreed = await findNewestSigningKey(tx)
    if (!agreed) throw new Error('there is no signing key')
    return agreed
  })
}
