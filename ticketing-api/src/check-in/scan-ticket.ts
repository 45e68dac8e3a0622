import type { Locale } from '@event-sphere/contract/auth'
import type { NewScan, Scan } from '@event-sphere/contract/check-in'
import type { OrganizationId, TicketId, UserId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Caller } from '../call/caller.ts'
import { refuse } from '../call/refuse.ts'
import type { Context } from '../context.ts'
import { findDoor } from '../entrances/find-door.ts'
import { type FoundTicket, findTicketByCode } from '../tickets/find-ticket-by-code.ts'
import { findTicketOf } from '../tickets/find-ticket-of.ts'
import { readTicketCode } from '../tickets/read-ticket-code.ts'
import { lookUpGuessable } from './look-up-guessable.ts'
import { type AtDoor, recordScan } from './record-scan.ts'
import { scanIdOf } from './scan-id.ts'
import { findAdmission, findOtherTicket, isOfOneHolder, listDoorsOf, type ScanRow } from './store.ts'
import { type ScanFacts, viewScan } from './view.ts'

interface Asked {
  wanted: NewScan
  idempotencyKey: string | undefined
  locale: Locale
}

interface Agent {
  userId: UserId
  organizationId: OrganizationId
}

/** Decides at the door and writes it down, refusals too. @throws unknown_ticket if the organization has none such. */
export async function scanTicket(ctx: Context, caller: Caller, asked: Asked): Promise<Scan> {
  const agent = agentOf(caller)
  const { kind } = readTicketCode(asked.wanted.ticketCode)
  const scan = () => ctx.database.transaction((tx) => scanCode(ctx, tx, agent, asked))
  const scanned = await (kind === 'written' ? lookUpGuessable(ctx, agent.userId, scan) : scan())
  if (!scanned) {
    ctx.log.info({ agentId: agent.userId, kind }, 'unknown ticket code')
    throw refuse('unknown_ticket')
  }
  return viewScan(scanned, asked.locale)
}

async function scanCode(
  ctx: Context,
  tx: Tx,
  { userId, organizationId }: Agent,
  { wanted, idempotencyKey }: Asked,
): Promise<ScanFacts | undefined> {
  const shown = await findTicketByCode(tx, organizationId, readTicketCode(wanted.ticketCode))
  if (!shown) return undefined
  const { entranceId, eventId, checkInLocation: name, withTicketId } = wanted
  const found = withTicketId ? await exchange(tx, organizationId, shown, withTicketId) : shown
  const ticketEventId = shown.facts.event.id
  const door = await findDoor(tx, organizationId, { entranceId, eventId, name, ticketEventId })
  const id = scanIdOf(wanted.scanId, userId, idempotencyKey)
  const seen = { id, agentId: userId, location: name, claimedAt: wanted.scannedAt }
  const at = { found, door }
  return tellMore(tx, at, await recordScan(ctx, tx, at, { ...seen, organizationId }))
}

/** The holder's other ticket instead of the one that was shown. @throws not_found */
async function exchange(
  tx: Tx,
  organizationId: OrganizationId,
  { facts, readBy }: FoundTicket,
  withTicketId: TicketId,
): Promise<FoundTicket> {
  const isTheirs = await isOfOneHolder(tx, facts.ticket.id, withTicketId)
  const other = isTheirs && (await findTicketOf(tx, organizationId, withTicketId))
  if (!other) throw refuse('not_found')
  return { facts: other, readBy }
}

/** What the agent needs beside the word. */
async function tellMore(tx: Tx, { found, door }: AtDoor, scan: ScanRow): Promise<ScanFacts> {
  const isSecond = scan.result === 'already_admitted'
  const isElsewhere = scan.result === 'not_here'
  return {
    scan,
    door,
    found,
    first: isSecond ? await findAdmission(tx, scan) : undefined,
    other: isElsewhere ? await findOtherTicket(tx, scan) : undefined,
    opens: isElsewhere ? await listDoorsOf(tx, found.facts.type.id) : [],
  }
}

function agentOf(caller: Caller): Agent {
  if (caller.kind !== 'user' || caller.organizationId === null) throw refuse('forbidden')
  return { userId: caller.userId, organizationId: caller.organizationId }
}
