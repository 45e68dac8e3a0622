import type { Locale } from '@event-sphere/contract/auth'
import type { NewScan, Scan } from '@event-sphere/contract/check-in'
import type { OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { refuse } from '../refuse.ts'
import { findTicketByCode } from '../tickets/find-ticket-by-code.ts'
import { readTicketCode, type TicketCode } from '../tickets/read-ticket-code.ts'
import { lookUpGuessable } from './limits.ts'
import { recordScan, type Seen } from './record-scan.ts'
import { scanIdOf } from './scan-id.ts'
import { findAdmission } from './store.ts'
import { type ScanFacts, viewScan } from './view.ts'

interface Asked {
  wanted: NewScan
  idempotencyKey: string | undefined
  locale: Locale
}

/** Decides at the door and writes it down, refusals too. @throws unknown_ticket where the organization has none such. */
export async function scanTicket(ctx: Context, caller: Caller, asked: Asked): Promise<Scan> {
  const { userId, organizationId } = agentOf(caller)
  const { wanted, idempotencyKey, locale } = asked
  const code = readTicketCode(wanted.ticketCode)
  const seen: Seen = {
    id: scanIdOf(wanted.scanId, userId, idempotencyKey),
    agentId: userId,
    location: wanted.checkInLocation,
    claimedAt: wanted.scannedAt,
  }
  const scan = () => ctx.database.transaction((tx) => scanCode(tx, organizationId, code, seen))
  const scanned = await (code.kind === 'written' ? lookUpGuessable(ctx, userId, scan) : scan())
  if (!scanned) {
    ctx.log.info({ agentId: userId, kind: code.kind }, 'a code that is no ticket')
    throw refuse('unknown_ticket')
  }
  return viewScan(scanned, locale)
}

async function scanCode(
  tx: Tx,
  organizationId: OrganizationId,
  code: TicketCode,
  seen: Seen,
): Promise<ScanFacts | undefined> {
  const facts = await findTicketByCode(tx, organizationId, code)
  if (!facts) return undefined
  const scan = await recordScan(tx, facts, seen)
  const isSecond = scan.result === 'already_admitted'
  const first = isSecond ? await findAdmission(tx, scan.ticketId, scan.day) : undefined
  return { scan, facts, first }
}

function agentOf(caller: Caller): { userId: UserId; organizationId: OrganizationId } {
  if (caller.kind !== 'user' || caller.organizationId === null) throw refuse('forbidden')
  return { userId: caller.userId, organizationId: caller.organizationId }
}
