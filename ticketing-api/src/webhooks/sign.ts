import { createHmac } from 'node:crypto'

interface Signed {
  /** `webhook-id`. */
  id: string
  /** `webhook-timestamp`: unix seconds of this attempt. */
  seconds: number
  body: string
}

/** `webhook-signature`: one for each secret (Standard Webhooks 1.0.0, `v1`, HMAC-SHA256). */
export const sign = ({ id, seconds, body }: Signed, secrets: readonly Buffer[]): string =>
  secrets
    .map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' ')
