import { useState } from 'react'
import { useWords } from '../locales/use-words.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { Station } from '../scan/station.tsx'
import type { AgentSession } from '../session/agent-session.ts'
import { Page } from '../ui/page.tsx'
import { ChoosePlace } from './choose-place.tsx'
import { forgetPlace, keepPlace, readPlace } from './kept-place.ts'
import { NoPlace } from './no-place.tsx'
import type { Place } from './place.ts'
import { eventsOf, stillThere } from './rules.ts'
import { useNow } from './use-now.ts'
import { usePlaces } from './use-places.ts'

interface Props {
  agentName: string
  session: AgentSession
  outbox: Outbox
}

/** Choose the entrance → scan. A device returns to its last entrance, even without a network. */
export function AtPost({ agentName, session, outbox }: Props) {
  const { say } = useWords()
  const { loaded, loadAgain } = usePlaces(session)
  const [kept, setKept] = useState(() => readPlace(localStorage))
  const [lastEventId, setLastEventId] = useState<string | undefined>(undefined)
  const now = useNow(typeof loaded === 'object' ? loaded.aheadMs : 0)

  const choose = (place: Place) => {
    keepPlace(localStorage, place)
    setKept(place)
  }
  const leave = () => {
    forgetPlace(localStorage)
    setKept(undefined)
    setLastEventId(kept?.eventId)
    loadAgain()
  }

  if (loaded === undefined)
    return (
      <Page>
        <p role="status" className="text-lg">
          {say('app.starting')}
        </p>
      </Page>
    )
  const place = loaded === 'silent' ? kept : stillThere(kept, eventsOf(loaded.places, now))
  if (place)
    return (
      <Station
        key={place.entranceId}
        place={place}
        now={now}
        session={session}
        outbox={outbox}
        onChangePlace={leave}
      />
    )
  if (loaded === 'silent') return <NoPlace isSilent onTryAgain={loadAgain} onSignOut={session.signOut} />
  return (
    <ChoosePlace
      agentName={agentName}
      session={session}
      places={loaded.places}
      now={now}
      lastEventId={lastEventId}
      onChoose={choose}
      onTryAgain={loadAgain}
    />
  )
}
