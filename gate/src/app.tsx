import { useSyncExternalStore } from 'react'
import type { Outbox } from './outbox/outbox.ts'
import { AtPost } from './place/at-post.tsx'
import type { AgentSession } from './session/agent-session.ts'
import { SignIn } from './session/sign-in.tsx'

interface Props {
  session: AgentSession
  outbox: Outbox
}

/** Sign in → choose the entrance → scan. */
export function App({ session, outbox }: Props) {
  const state = useSyncExternalStore(session.subscribe, session.state)
  if (state.agentName === undefined)
    return (
      <SignIn session={session} endedBecause={'endedBecause' in state ? state.endedBecause : undefined} />
    )
  return <AtPost agentName={state.agentName} session={session} outbox={outbox} />
}
