import { listEntrances } from '@event-sphere/contract/entrances'
import type { AgentSession } from '../session/agent-session.ts'
import { type Place, placeOf } from './place.ts'

export interface Places {
  places: readonly Place[]
  /** How far the API's clock is ahead of this device's; the API's clock decides. */
  aheadMs: number
}

const patienceMs = 8_000

/** The entrances of the agent's organization; undefined without an answer. */
export async function loadPlaces(session: Pick<AgentSession, 'call'>): Promise<Places | undefined> {
  const answer = await session.call(listEntrances, {}, AbortSignal.timeout(patienceMs))
  if (answer.kind !== 'answered') return undefined
  const { items, now } = answer.reply
  return { places: items.map(placeOf), aheadMs: Date.parse(now) - Date.now() }
}
