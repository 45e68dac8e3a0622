import { hkdfSync } from 'node:crypto'

/**
 * The signing secret of our webhook, `whsec_…`: derived from the organization's key, so that all processes agree on it.
 */
export function secretOf(organizationToken: string): string {
  const bytes = Buffer.from(hkdfSync('sha256', organizationToken, '', 'event-sphere site webhooks', 32))
  return `whsec_${bytes.toString('base64')}`
}
