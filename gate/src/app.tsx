import { useState, useSyncExternalStore } from 'react'
import type { Outbox } from './outbox/outbox.ts'
import { ChoosePlace } from './place/choose-place.tsx'
import { Station } from './scan/station.tsx'
import type { AgentSession } from './session/agent-session.ts'
import { SignIn } from './session/sign-in.tsx'

interface Props {
  session: AgentSession
  outbox: Outbox
}

/** Who are you → where are you → scan. */
export function App({ session, outbox }: Props) {
  const state = useSyncExternalStore(session.subscribe, session.state)
  const [place, setPlace] = useState<string | undefined>(undefined)
  if (state.agentName === undefined)
    return (
      <SignIn session={session} endedBecause={'endedBecause' in state ? state.endedBecause : undefined} />
    )
  if (place === undefined)
    return <ChoosePlace agentName={state.agentName} onChoose={setPlace} onSignOut={session.signOut} />
  return <Station place={place} session={session} outbox={outbox} onChangePlace={() => setPlace(undefined)} />
}
