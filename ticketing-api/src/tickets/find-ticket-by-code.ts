import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { parseTicketToken, readTicketToken } from './qr-token.ts'
import type { TicketCode } from './read-ticket-code.ts'
import { findTicketByPrintedCode, findTicketByTypedCode, findTicketOfEvent } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { findTicketKeys } from './ticket-keys.ts'

/** The organization's ticket that a code stands for; a QR counts only where its event has signed it. */
export async function findTicketByCode(
  reader: Reader,
  organizationId: OrganizationId,
  code: TicketCode,
): Promise<TicketFacts | undefined> {
  switch (code.kind) {
    case 'unreadable':
      return undefined
    case 'token':
      return findSignedTicket(reader, organizationId, code.text)
    case 'written': {
      const { printed, typed } = code
      const found = printed && (await findTicketByPrintedCode(reader, organizationId, printed))
      return found ?? (typed ? findTicketByTypedCode(reader, organizationId, typed) : undefined)
    }
    default:
      return code satisfies never
  }
}

async function findSignedTicket(reader: Reader, organizationId: OrganizationId, text: string) {
  const claimed = parseTicketToken(text)
  const keys = claimed && (await findTicketKeys(reader, claimed.facts.eventId))
  const facts = readTicketToken(text, () => keys?.publicKey)
  return facts && findTicketOfEvent(reader, organizationId, facts)
}
