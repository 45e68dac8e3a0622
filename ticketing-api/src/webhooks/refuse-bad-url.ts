import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { faultOfUrl } from '../gateways/webhooks/fault-of-url.ts'

/** Checks the URL itself; the address that its name resolves to is checked on every delivery. */
export function refuseBadUrl({ config }: Pick<Context, 'config'>, url: string): void {
  const fault = faultOfUrl(url, config.webhookTrustedUrls)
  if (fault) throw refuse('webhook_url_refused', { errors: [{ pointer: '/url', fault }] })
}
