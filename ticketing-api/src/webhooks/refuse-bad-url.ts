import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { faultOfUrl } from '../gateways/webhooks/fault-of-url.ts'

/** What can be seen of an address now; where its name leads is looked at whenever something is sent there. */
export function refuseBadUrl({ config }: Pick<Context, 'config'>, url: string): void {
  const fault = faultOfUrl(url, config.webhookTrustedOrigins)
  if (fault) throw refuse('webhook_url_refused', { errors: [{ pointer: '/url', fault }] })
}
