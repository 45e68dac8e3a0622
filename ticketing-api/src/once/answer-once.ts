import { hash } from 'node:crypto'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import { KeptReply } from '../call/route.ts'
import type { Context } from '../context.ts'
import { seal, secretFor, unseal } from './seal.ts'
import { type Claim, claimKey, dropClaim, findAnswer, keepAnswer } from './store.ts'

export interface KeyedCall {
  caller: Caller
  /** Method and path of the endpoint. */
  call: string
  key: string
  /** Everything that was said: the same key with anything else is another act. */
  asked: unknown
}

/** Far longer than a call may take: a process that died in the middle holds a key no longer than this. */
const claimMilliseconds = 120_000

/** Acts once for one key; a repeated call gets the same answer. A call that was refused did nothing and keeps nothing. */
export async function answerOnce(
  ctx: Context,
  keyed: KeyedCall,
  act: () => Promise<string>,
): Promise<KeptReply> {
  const { claim, secret } = claimOf(ctx, keyed)
  if (!(await ctx.database.transaction((tx) => claimKey(tx, claim))))
    return answeredBefore(ctx, claim, secret)
  const body = await act().catch(async (thrown: unknown) => {
    await ctx.database.transaction((tx) => dropClaim(tx, claim))
    throw thrown
  })
  await ctx.database.transaction((tx) => keepAnswer(tx, claim, seal(secret, body)))
  return new KeptReply(body, false)
}

async function answeredBefore(ctx: Context, { keyHash, fingerprint, now }: Claim, secret: Buffer) {
  const answered = await ctx.database.transaction((tx) => findAnswer(tx, keyHash))
  if (answered && !answered.fingerprint.equals(fingerprint)) throw refuse('idempotency_key_reused')
  if (answered?.sealedAnswer) return new KeptReply(unseal(secret, answered.sealedAnswer), true)
  throw refuse('idempotency_key_in_use', { retryAt: new Date(now.getTime() + 1000).toISOString() })
}

/** What is asked may hold a password, so its fingerprint is keyed too. */
function claimOf(ctx: Context, { caller, call, key, asked }: KeyedCall) {
  const who = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : ''
  const known = `${call} ${who} ${key}`
  const now = ctx.clock.now()
  const claim: Claim = {
    keyHash: hash('sha256', known, 'buffer'),
    fingerprint: secretFor(`asked ${JSON.stringify(asked)}`, known),
    now,
    until: new Date(now.getTime() + claimMilliseconds),
  }
  return { claim, secret: secretFor('sealed answer', known) }
}
