import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { parseTicketToken, readTicketToken } from './qr-token.ts'
import type { TicketCode } from './read-ticket-code.ts'
import { findTicketByPrintedCode, findTicketByTypedCode, findTicketOfEvent } from './store.ts'
import type { TicketFacts } from './ticket-facts.ts'
import { findTicketKeys } from './ticket-keys.ts'

export interface FoundTicket {
  facts: TicketFacts
  readBy: 'token' | 'typed' | 'printed'
}

/** The organization's ticket that a code stands for; a QR counts only if its event has signed it. */
export async function findTicketByCode(
  reader: Reader,
  organizationId: OrganizationId,
  code: TicketCode,
): Promise<FoundTicket | undefined> {
  switch (code.kind) {
    case 'unreadable':
      return undefined
    case 'token':
      return foundBy('token', await findSignedTicket(reader, organizationId, code.text))
    case 'written': {
      const { printed, typed } = code
      const found = printed && (await findTicketByPrintedCode(reader, organizationId, printed))
      if (found || !typed) return foundBy('printed', found)
      return foundBy('typed', await findTicketByTypedCode(reader, organizationId, typed))
    }
    default:
      return code satisfies never
  }
}

function foundBy(readBy: FoundTicket['readBy'], facts: TicketFacts | undefined): FoundTicket | undefined {
  return facts && { facts, readBy }
}

async function findSignedTicket(reader: Reader, organizationId: OrganizationId, text: string) {
  const claimed = parseTicketToken(text)
  const keys = claimed && (await findTicketKeys(reader, claimed.facts.eventId))
  const facts = readTicketToken(text, () => keys?.publicKey)
  return facts && findTicketOfEvent(reader, organizationId, facts)
}
