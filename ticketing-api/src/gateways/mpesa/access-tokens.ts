import type { Database } from '@event-sphere/kit/database/database'
import { fetch } from 'undici'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import { darajaWire } from './daraja-wire.ts'
import { readEnvelope } from './envelope.ts'
import { findKeptToken, keepToken, lockToken } from './token-store.ts'

/** No token could be had, so nothing was asked of M-Pesa. `isBusy`: the same may work in a minute. */
export class NoAccess extends Error {
  readonly isBusy: boolean
  constructor(text: string, isBusy: boolean) {
    super(text)
    this.name = 'NoAccess'
    this.isBusy = isBusy
  }
}

export interface AccessTokens {
  /** @throws NoAccess */
  get(): Promise<string>
  /** A token other than the one that was just refused. @throws NoAccess */
  renew(refused: string): Promise<string>
}

const patienceMilliseconds = 5000

/**
 * One token for the whole installation: "each request invalidates the previous token" (Safaricom, Daraja portal,
 * "Authorization", FAQ), so processes that each kept their own would throw one another out without end.
 * Here alone the outside is called under a lock: it guards nothing but the token, for five seconds at most.
 */
export function accessTokens(settings: Config['mpesa'], database: Database): AccessTokens {
  const app = settings.consumerKey
  let underway: Promise<string> | undefined
  const renewOnce = (refused: string | undefined) => {
    underway ??= renewUnderLock(settings, database, refused).finally(() => {
      underway = undefined
    })
    return underway
  }
  return {
    get: async () => (await findKeptToken(database.reader, app)) ?? renewOnce(undefined),
    renew: renewOnce,
  }
}

function renewUnderLock(
  settings: Config['mpesa'],
  database: Database,
  refused: string | undefined,
): Promise<string> {
  const app = settings.consumerKey
  return database.transaction(async (tx) => {
    await lockToken(tx, app)
    // The previous holder of the lock may have fetched a new one.
    const kept = await findKeptToken(tx, app)
    if (kept && kept !== refused) return kept
    const fresh = await requestToken(settings)
    await keepToken(tx, app, fresh)
    return fresh.token
  })
}

const answer = z.object({
  access_token: z.string().min(1).max(2000),
  // A string in one of Safaricom's samples and a number in another.
  expires_in: z.coerce.number().positive().max(86_400).catch(3599),
})

async function requestToken({ baseUrl, consumerKey, consumerSecret }: Config['mpesa']) {
  const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`
  const response = await fetch(`${baseUrl}/oauth/v1/generate?grant_type=client_credentials`, {
    headers: { authorization, accept: 'application/json' },
    redirect: 'manual',
    dispatcher: darajaWire,
    signal: AbortSignal.timeout(patienceMilliseconds),
  }).catch(() => undefined)
  if (!response) throw new NoAccess('no answer to the request for a token', true)
  const envelope = readEnvelope(response.status, await response.text().catch(() => ''))
  const read = answer.safeParse(envelope.kind === 'fields' ? envelope.fields : undefined)
  if (read.success) return { token: read.data.access_token, seconds: read.data.expires_in }
  // Wrong credentials come as 400 or 401, with an empty body or an error in it.
  const isOurs = response.status === 400 || response.status === 401
  throw new NoAccess(`no token, status ${response.status}`, !isOurs)
}
