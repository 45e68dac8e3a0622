import type { Tx } from '@event-sphere/kit/database/database'
import type { Door } from './find-door.ts'
import { lockEntrance } from './store.ts'

/** Serializes counting who is inside until the transaction ends. */
export async function lockDoor(tx: Tx, door: Door): Promise<void> {
  await lockEntrance(tx, door.id)
}
