import { useWords } from '../locales/use-words.ts'
import { Button } from '../ui/button.tsx'
import { EventBanner } from './event-banner.tsx'
import type { Place } from './place.ts'
import { PlaceLine } from './place-line.tsx'
import { type EventPlaces, isToday } from './rules.ts'
import { tellDays } from './tell-day.ts'

interface Props {
  agentName: string
  event: EventPlaces
  now: Date
  onChoose: (place: Place) => void
  /** Present if there are other events to choose from. */
  onOtherEvent?: (() => void) | undefined
  onSignOut: () => void
}

export function ChooseEntrance({ agentName, event, now, onChoose, onOtherEvent, onSignOut }: Props) {
  const { say, language } = useWords()
  return (
    <div className="flex min-h-dvh flex-col">
      <EventBanner title={event.title} timezone={event.timezone} now={now} />
      <main className="mx-auto grid w-full max-w-md gap-5 px-5 py-6">
        <div className="grid gap-1">
          <h1 className="text-3xl font-bold">{say('place.title')}</h1>
          <p className="text-base text-soft">{say('place.greeting', { name: agentName })}</p>
        </div>
        {!isToday(event, now) && (
          <p className="note-box">{say('place.notToday', { days: tellDays(event.days, language) })}</p>
        )}
        <ul className="grid gap-3">
          {event.places.map((place) => (
            <li key={place.entranceId}>
              <button type="button" onClick={() => onChoose(place)} className="choice">
                <span className="block text-xl font-bold">{place.entranceName}</span>
                <PlaceLine place={place} />
              </button>
            </li>
          ))}
        </ul>
        {onOtherEvent && (
          <Button kind="quiet" onClick={onOtherEvent}>
            {say('place.otherEvent')}
          </Button>
        )}
        <Button kind="quiet" onClick={onSignOut}>
          {say('session.signOut')}
        </Button>
      </main>
    </div>
  )
}
