import { newUuid } from '@event-sphere/kit/ids'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../hash-secret.ts'
import { type Acknowledgement, acknowledgement } from './acknowledgement.ts'
import type { RawCallback } from './raw-callback.ts'

/**
 * Keeps what came and judges nothing: strangers can knock here, so the answer is the same for all of them.
 * The address is committed before Safaricom is asked, so one that is not there is never Safaricom's.
 */
export async function receiveCallback(
  ctx: Context,
  { token, callback, source }: { token: string; callback: RawCallback; source: string },
): Promise<Acknowledgement> {
  const { text: body, shortcode } = callback
  const tokenHash = hashSecret(token)
  const isKept = await ctx.keepCallback({ id: newUuid(), tokenHash, body, shortcode, source })
  if (!isKept) ctx.log.warn({ source }, 'callback came to an unknown address')
  return acknowledgement
}
