import type { EventId } from '@event-sphere/contract/values/ids'
import { isUnavailable } from '@event-sphere/kit/database/retry'
import type { KeptReply } from '../http/route.ts'
import { refuse } from '../refuse.ts'
import type { PurchaseOrder } from './order.ts'

/** One answer for each order of a group, in its order: a reply, or the refusal to throw. */
export type Answer = KeptReply | Error
export type ServeGroup = (eventId: EventId, orders: readonly PurchaseOrder[]) => Promise<Answer[]>

export interface Tills {
  /** Waits in line and is served with everyone else who waits. @throws Refusal */
  serve(order: PurchaseOrder): Promise<KeptReply>
}

interface Waiting {
  order: PurchaseOrder
  resolve(reply: KeptReply): void
  reject(reason: unknown): void
}

const mostInGroup = 100
/** Beyond this, waiting helps nobody: they are told to come back. */
const mostWaiting = 5000

/**
 * A till an event: it takes everyone who is waiting and serves them in one transaction.
 * A row lock is held through the disk's flush, so one buyer a transaction sells no more than the disk can flush;
 * the group grows with the line, without a timer, and one buyer is a group of one.
 */
export function openTills(serveGroup: ServeGroup): Tills {
  const lines = new Map<EventId, Waiting[]>()

  async function workThrough(eventId: EventId, line: Waiting[]): Promise<void> {
    while (line.length > 0) await serveNext(serveGroup, eventId, takeGroup(line))
    lines.delete(eventId)
  }

  return {
    serve: (order) =>
      new Promise((resolve, reject) => {
        const line = lines.get(order.eventId)
        if (line && line.length >= mostWaiting) return reject(refuse('unavailable'))
        if (line) return void line.push({ order, resolve, reject })
        const opened = [{ order, resolve, reject }]
        lines.set(order.eventId, opened)
        // Whoever arrives with the same read of the network stands in the same group.
        setImmediate(() => void workThrough(order.eventId, opened))
      }),
  }
}

/** The next of the line, but no key twice: its second request waits until the first has its answer. */
function takeGroup(line: Waiting[]): Waiting[] {
  const keys = new Set<string>()
  const group: Waiting[] = []
  const later: Waiting[] = []
  for (const waiting of line.splice(0, mostInGroup)) {
    const key = waiting.order.once.hash.toString('latin1')
    if (keys.has(key)) later.push(waiting)
    else group.push(waiting)
    keys.add(key)
  }
  line.unshift(...later)
  return group
}

/** A fault of the group is a fault of one of its orders: each is then served alone, so that the others get theirs. */
async function serveNext(serveGroup: ServeGroup, eventId: EventId, group: Waiting[]): Promise<void> {
  try {
    const answers = await serveGroup(
      eventId,
      group.map((waiting) => waiting.order),
    )
    for (const [place, waiting] of group.entries()) {
      const answer = answers[place]
      if (answer instanceof Error || answer === undefined) waiting.reject(answer)
      else waiting.resolve(answer)
    }
  } catch (fault) {
    if (group.length === 1 || isUnavailable(fault)) for (const waiting of group) waiting.reject(fault)
    else for (const waiting of group) await serveNext(serveGroup, eventId, [waiting])
  }
}
