import { violatedConstraint } from '@event-sphere/kit/database/retry'
import { refuse } from '../call/refuse.ts'

/** An organization has one webhook an address. */
export function refuseIfKnown(fault: unknown): never {
  const constraint = violatedConstraint(fault)
  throw constraint === 'webhook_endpoints_organization_id_url_key' ? refuse('webhook_exists') : fault
}
