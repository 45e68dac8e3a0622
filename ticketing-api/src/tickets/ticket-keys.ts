import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { EventId } from '@event-sphere/contract/values/ids'
import type { Reader } from '@event-sphere/kit/database/database'
import { LRUCache } from 'lru-cache'
import { findKeyTexts } from './store.ts'

export interface TicketKeys {
  privateKey: KeyObject
  publicKey: KeyObject
}

/** An event's keys never change, so a process reads and parses them once; two databases never share an event's uuid. */
const known = new LRUCache<EventId, TicketKeys>({ max: 500 })

export async function findTicketKeys(reader: Reader, eventId: EventId): Promise<TicketKeys | undefined> {
  const kept = known.get(eventId)
  if (kept) return kept
  const texts = await findKeyTexts(reader, eventId)
  if (!texts) return undefined
  const keys = { privateKey: createPrivateKey(texts.privateKey), publicKey: createPublicKey(texts.publicKey) }
  known.set(eventId, keys)
  return keys
}

/** The keys of an event that is there: every event is made with its own. */
export async function loadTicketKeys(reader: Reader, eventId: EventId): Promise<TicketKeys> {
  const keys = await findTicketKeys(reader, eventId)
  if (!keys) throw new Error(`event ${eventId} has no ticket key`)
  return keys
}
