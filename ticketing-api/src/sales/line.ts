import type { EventId } from '@event-sphere/contract/values/ids'
import { isUnavailable } from '@event-sphere/kit/database/retry'
import { Refusal } from '@event-sphere/kit/refusal'
import { refuse } from '../call/refuse.ts'
import type { Served } from './draft-purchase.ts'
import type { PurchaseWish } from './wish.ts'

/** One answer for each wish of a group, in its order: what became of it, or the refusal to throw. */
export type ServeGroup = (eventId: EventId, wishes: readonly PurchaseWish[]) => Promise<(Served | Error)[]>

export interface SaleLines {
  /** Waits in line and is served with everyone else who waits. @throws Refusal */
  serve(wish: PurchaseWish): Promise<Served>
  /** How long the first in any line has been waiting. */
  oldestWaitingMilliseconds(): number
  /** Every served wish is answered within this time. */
  deadlineMilliseconds: number
}

interface Waiting {
  wish: PurchaseWish
  since: number
  end: Promise<Served>
  resolve(served: Served): void
  reject(reason: unknown): void
}

/** Everyone who waits for one event, by the key of their act: no key stands in it twice. */
type Line = Map<string, Waiting>

const mostInGroup = 100
/** Beyond this, waiting helps nobody: they are told to come back. */
const mostWaiting = 5000
/** One mailbox does not fill a line that others stand in. */
const mostOfOneBuyer = 20
/**
 * A group that takes longer is told so, and the line goes on; what it did do is found again under its keys. A group is several
 * statements, each of which the database's client gives up after 4.5 s: this is longer than one of them, so that a silent
 * database is told by its own fault, undone and all, and the line's word is for groups of many slow steps. It is what
 * readiness calls too long, what the server gives an abandoned transaction before its locks are free again, and a second
 * less than the site waits for an answer.
 */
const groupDeadlineMilliseconds = 5000
/**
 * Between two groups the process answers the last one and reads who has asked meanwhile, so that they stand in the next one
 * together: what a group costs by itself is shared by twice as many. An idle turn takes some microseconds.
 */
const turnsBetweenGroups = 16

export interface LineOptions {
  deadlineMilliseconds?: number
}

/**
 * A line per event: it takes everyone who is waiting and serves them in one transaction.
 * A row lock is held through the disk's flush, so one buyer a transaction sells no more than the disk can flush;
 * the group grows with the line, without a timer, and one buyer is a group of one.
 */
export function makeSaleLines(
  serveGroup: ServeGroup,
  { deadlineMilliseconds = groupDeadlineMilliseconds }: LineOptions = {},
): SaleLines {
  const lines = new Map<EventId, Line>()
  const serveInTime: ServeGroup = (eventId, wishes) =>
    withDeadline(serveGroup(eventId, wishes), deadlineMilliseconds)

  async function workThrough(eventId: EventId, line: Line): Promise<void> {
    while (line.size > 0) {
      await serveNext(serveInTime, eventId, line, [...line.values()].slice(0, mostInGroup))
      await letOthersIn(line)
    }
    lines.delete(eventId)
  }

  return {
    serve: (wish) => {
      const line = lines.get(wish.eventId)
      if (line) return joinLine(line, wish)
      const opened: Line = new Map()
      lines.set(wish.eventId, opened)
      // Requests that arrive in the same network read join the same group.
      setImmediate(() => void workThrough(wish.eventId, opened))
      return joinLine(opened, wish)
    },
    deadlineMilliseconds,
    oldestWaitingMilliseconds: () => {
      const firsts = [...lines.values()].flatMap((line) => line.values().next().value ?? [])
      return firsts.reduce((oldest, { since }) => Math.max(oldest, performance.now() - since), 0)
    },
  }
}

/** A line that fills a group by itself need not wait for more. */
async function letOthersIn(line: Line): Promise<void> {
  for (let turn = 0; turn < turnsBetweenGroups && line.size < mostInGroup; turn += 1)
    await new Promise((resolve) => setImmediate(resolve))
}

/** The same act asked for again while it waits is the same act: both get its answer. */
function joinLine(line: Line, wish: PurchaseWish): Promise<Served> {
  const key = lineKeyOf(wish)
  const known = line.get(key)
  if (known) return shareEnd(known, wish)
  if (line.size >= mostWaiting || isCrowdedBy(line, wish)) return Promise.reject(refuse('unavailable'))
  const { promise, resolve, reject } = Promise.withResolvers<Served>()
  line.set(key, { wish, since: performance.now(), end: promise, resolve, reject })
  return promise
}

async function shareEnd({ wish, end }: Waiting, again: PurchaseWish): Promise<Served> {
  if (!wish.once.fingerprint.equals(again.once.fingerprint)) throw refuse('idempotency_key_reused')
  const served = await end
  return served.kind === 'placed' ? { kind: 'replay', purchaseId: served.draft.row.id } : served
}

function isCrowdedBy(line: Line, { buyer }: PurchaseWish): boolean {
  // Only a long line is looked through: in a short one nobody stands in anybody's way.
  if (line.size < mostInGroup) return false
  let count = 0
  for (const waiting of line.values()) if (waiting.wish.buyer.email === buyer.email) count += 1
  return count >= mostOfOneBuyer
}

async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(refuse('unavailable')), milliseconds)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A fault of the group is a fault of one of its wishes: each is then served alone, so that the others get theirs. Where
 * nobody can be served, everyone who waits is told at once: behind a database that is away they would wait twice as long.
 */
async function serveNext(
  serveGroup: ServeGroup,
  eventId: EventId,
  line: Line,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const answers = await serveGroup(
      eventId,
      group.map((waiting) => waiting.wish),
    )
    for (const [place, waiting] of group.entries()) end(line, waiting, answers[place] ?? refuse('fault'))
  } catch (fault) {
    if (isAway(fault)) for (const waiting of [...line.values()]) end(line, waiting, asError(fault))
    else if (group.length === 1) for (const waiting of group) end(line, waiting, asError(fault))
    else await serveApart(serveGroup, eventId, line, group)
  }
}

/** A wish that was rejected meanwhile has left the line and may rejoin under the same key. */
async function serveApart(
  serveGroup: ServeGroup,
  eventId: EventId,
  line: Line,
  group: readonly Waiting[],
): Promise<void> {
  for (const waiting of group)
    if (line.get(lineKeyOf(waiting.wish)) === waiting) await serveNext(serveGroup, eventId, line, [waiting])
}

const lineKeyOf = ({ once }: PurchaseWish) => once.hash.toString('latin1')

function end(line: Line, waiting: Waiting, answer: Served | Error): void {
  line.delete(lineKeyOf(waiting.wish))
  if (answer instanceof Error) waiting.reject(answer)
  else waiting.resolve(answer)
}

const isAway = (fault: unknown) =>
  isUnavailable(fault) || (fault instanceof Refusal && fault.code === 'unavailable')
const asError = (fault: unknown) => (fault instanceof Error ? fault : new Error(String(fault)))
