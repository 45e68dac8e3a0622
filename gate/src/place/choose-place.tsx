import { useState } from 'react'
import type { AgentSession } from '../session/agent-session.ts'
import { ChooseEntrance } from './choose-entrance.tsx'
import { ChooseEvent } from './choose-event.tsx'
import { NoPlace } from './no-place.tsx'
import type { Place } from './place.ts'
import { type EventPlaces, eventsOf } from './rules.ts'

interface Props {
  agentName: string
  session: AgentSession
  places: readonly Place[]
  now: Date
  /** The device's last event: an agent who only changes the entrance need not choose the event again. */
  lastEventId: string | undefined
  onChoose: (place: Place) => void
  onTryAgain: () => void
}

/** Which event, if there are several today, and which entrance. */
export function ChoosePlace({ agentName, session, places, now, lastEventId, onChoose, onTryAgain }: Props) {
  const [eventId, setEventId] = useState(lastEventId)
  const events = eventsOf(places, now)
  const event = chosenOf(events, eventId)
  if (events.length === 0)
    return <NoPlace isSilent={false} onTryAgain={onTryAgain} onSignOut={session.signOut} />
  if (!event) return <ChooseEvent events={events} onChoose={setEventId} onSignOut={session.signOut} />
  return (
    <ChooseEntrance
      agentName={agentName}
      event={event}
      now={now}
      onChoose={onChoose}
      onOtherEvent={events.length > 1 ? () => setEventId(undefined) : undefined}
      onSignOut={session.signOut}
    />
  )
}

function chosenOf(events: readonly EventPlaces[], eventId: string | undefined): EventPlaces | undefined {
  return events.length === 1 ? events[0] : events.find((event) => event.eventId === eventId)
}
