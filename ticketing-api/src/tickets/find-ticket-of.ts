import type { OrganizationId, TicketId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { findTicketOfOrganization } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** An organization's ticket by its id. */
export function findTicketOf(
  reader: Reader,
  organizationId: OrganizationId,
  id: TicketId,
): Promise<TicketFacts | undefined> {
  return findTicketOfOrganization(reader, organizationId, id)
}
