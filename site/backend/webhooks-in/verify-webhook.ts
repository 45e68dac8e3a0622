import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const toleranceSeconds = 300

interface Received {
  headers: IncomingHttpHeaders
  /** The raw body: a body that was parsed and serialized again may differ. */
  body: Buffer
}

/**
 * Whether a webhook was signed with our secret, within five minutes (Standard Webhooks 1.0.0). Its age is judged by the
 * installation's clock, which may be moved; the standard's library knows only the machine's.
 */
export function verifyWebhook(secret: string, now: Date, { headers, body }: Received): boolean {
  const [id, sent, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name] ?? ''),
  )
  if (!id || !sent || !signatures || !/^\d{1,12}$/.test(sent)) return false
  if (Math.abs(now.getTime() / 1000 - Number(sent)) > toleranceSeconds) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${sent}.`).update(body).digest()
  return signatures.split(' ').some((text) => isSame(expected, text))
}

function isSame(expected: Buffer, text: string): boolean {
  const [version, base64 = ''] = text.split(',')
  const given = Buffer.from(base64, 'base64')
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
}
