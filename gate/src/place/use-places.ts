import { useEffect, useState } from 'react'
import type { AgentSession } from '../session/agent-session.ts'
import { loadPlaces, type Places } from './load-places.ts'

/** The entrances; `undefined` while they load, `silent` if there was no answer. */
export function usePlaces(session: AgentSession) {
  const [loaded, setLoaded] = useState<Places | 'silent' | undefined>(undefined)

  useEffect(() => {
    if (loaded !== undefined) return
    let isGone = false
    void loadPlaces(session).then((places) => {
      if (!isGone) setLoaded(places ?? 'silent')
    })
    return () => {
      isGone = true
    }
  }, [loaded, session])

  return { loaded, loadAgain: () => setLoaded(undefined) }
}
